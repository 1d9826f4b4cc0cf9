import { textOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import { requireGit } from '#cli/git/git-process.ts'
import type { Repository } from '#cli/git/repository.ts'
import { keepModel, recallModel } from '#cli/memory/model-memory.ts'
import { readingOf, readsTheSame } from '#cli/memory/reading.ts'
import type { Terminal } from '#cli/terminal.ts'
import { type OperatingModel, SETTINGS_FILE } from '#lib/model/operating-model.ts'
import { visibleText } from '#lib/model/visible-text.ts'
import type { CompiledModel } from '#lib/rules/ownership/compiled-model.ts'
import { indexOwnership } from '#lib/rules/ownership/ownership-index.ts'
import { type RecordingTree, recordingTree } from './recording-tree.ts'
import { leadingOutside, workingTree } from './working-tree.ts'

/** The model as it lies in the working tree, and the files it was read from; null for one that is not there. */
export interface WorkingModel {
  readonly compiled: CompiledModel
  readonly files: RecordingTree['files']
}

/** The working tree's model, held against the tracked paths; always read anew. Faults for a bare repository. */
export async function compileWorkingTree(
  repository: Repository,
  terminal: Terminal,
  tracked: readonly string[] | null,
): Promise<WorkingModel> {
  requireWorkingTree(repository)
  const recording = recordingTree(workingTree(repository.root))
  const { compileModel } = await import('./model-reader.ts')
  const compiled = compileModel(recording.tree, { name: repository.name, ...(tracked === null ? {} : { tree: tracked }) })
  noteLinksOutside(repository, compiled.model, terminal)
  return { compiled, files: recording.files }
}

/** The working tree's model by itself; recalled when every file it was read from is still the same. Faults for a bare repository. */
export async function workingModel(repository: Repository, terminal: Terminal): Promise<CompiledModel> {
  requireWorkingTree(repository)
  const key = `working tree ${repository.name} ${repository.root}`
  const tree = workingTree(repository.root)
  const remembered = recallModel(terminal.memory, key)
  if (remembered?.reading != null && readsTheSame(remembered.reading, tree)) {
    noteLinksOutside(repository, remembered.model, terminal)
    return { model: remembered.model, ownership: indexOwnership(remembered.model) }
  }
  const recording = recordingTree(tree)
  const { compileModel } = await import('./model-reader.ts')
  const compiled = compileModel(recording.tree, { name: repository.name })
  const reading = readingOf(recording)
  if (reading !== null) keepModel(terminal.memory, key, { reading, model: compiled.model })
  noteLinksOutside(repository, compiled.model, terminal)
  return compiled
}

/** The tracked paths in git's order, or null when there is no git to ask. */
export async function listTracked({ git, bare }: Repository): Promise<readonly string[] | null> {
  if (git === null || bare) return null
  const output = await requireGit(git, ['ls-files', '-z'])
  // A file in conflict is listed once for each side.
  return [...new Set(textOf(output).split('\0'))].filter((path) => path !== '')
}

function requireWorkingTree({ bare, root }: Repository): void {
  if (!bare) return
  const message = `${visibleText(root, 300)} has no working tree to read the model from.`
  throw new CommandFault('bare-repository', message, 'Use plan or explain with --base and --head, or give --repo a clone.')
}

function noteLinksOutside({ root }: Repository, model: OperatingModel, terminal: Terminal): void {
  const places = [SETTINGS_FILE, ...Object.values(model.locations), ...model.maps.map((map) => map.file)]
  for (const path of leadingOutside(root, [...new Set(places)])) {
    terminal.note(`lanekeeper: ${visibleText(path, 300)} is a link that leads out of the repository; it is not followed.\n`)
  }
}
