import { textOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import { requireGit } from '#cli/git/git-process.ts'
import type { Repository } from '#cli/git/repository.ts'
import type { Terminal } from '#cli/terminal.ts'
import { visibleText } from '#lib/formats/visible-text.ts'
import { SETTINGS_FILE } from '#lib/model/operating-model.ts'
import type { CompiledModel } from '#lib/rules/ownership/compiled-model.ts'
import { compileModel } from '#lib/usecases/compile-model.ts'
import { type RecordingTree, recordingTree } from './recording-tree.ts'
import { leadsOutside, workingTree } from './working-tree.ts'

/** The model as it lies in the working tree, and what it was read from. */
export interface WorkingModel {
  readonly compiled: CompiledModel
  readonly sources: RecordingTree['read']
}

/** Reads and compiles the working tree's model, held against the tracked paths when they are known. */
export function compileWorkingTree(repository: Repository, terminal: Terminal, tracked: readonly string[] | null = null): WorkingModel {
  if (repository.bare) {
    const message = `${visibleText(repository.root, 300)} has no working tree to read the model from.`
    throw new CommandFault('bare-repository', message, 'Use plan or explain with --base and --head, or give --repo a clone.')
  }
  const recording = recordingTree(workingTree(repository.root))
  const compiled = compileModel(recording.tree, { name: repository.name, ...(tracked === null ? {} : { tree: tracked }) })
  for (const path of linksOutside(repository, compiled)) {
    terminal.note(`lanekeeper: ${visibleText(path, 300)} is a link that leads out of the repository; it is not followed.\n`)
  }
  return { compiled, sources: recording.read }
}

/** The tracked paths in git's order, or null when there is no git to ask. */
export async function listTracked({ git, bare }: Repository): Promise<readonly string[] | null> {
  if (git === null || bare) return null
  const output = await requireGit(git, ['ls-files', '-z'])
  // A file in conflict is listed once for each side.
  return [...new Set(textOf(output).split('\0'))].filter((path) => path !== '')
}

function linksOutside(repository: Repository, { model }: CompiledModel): string[] {
  const places = [SETTINGS_FILE, ...Object.values(model.locations), ...model.maps.map((map) => map.file)]
  return [...new Set(places)].filter((place) => leadsOutside(repository.root, place))
}
