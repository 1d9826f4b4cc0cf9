import { lstatSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { CommandFault } from '#cli/command-fault.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { locateRepository } from '#cli/git/repository.ts'
import { type CommandContext, printJson } from '#cli/output.ts'
import { workingModel } from '#cli/source-trees/compile-working-tree.ts'
import { starterFiles } from '#cli/templates/starter-files.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** Writes a starter model into the repository: a file that is there already is kept as it is, whatever is in it. */
export async function initCommand(context: CommandContext, { dryRun = false }: { readonly dryRun?: boolean }): Promise<ExitCode> {
  const { terminal, options } = context
  const repository = await locateRepository({ repo: options.repo, cwd: terminal.cwd, env: terminal.env })
  const { model } = await workingModel(repository, terminal)
  const files = starterFiles(repository.name, model.locations).map(({ path, text }) => ({
    path,
    state: isThere(repository.root, path) ? ('kept' as const) : dryRun ? ('missing' as const) : writeNew(repository.root, path, text),
  }))
  if (options.json === true) printJson(context, { version: 1, repository: model.repository, dryRun, files })
  else {
    const words = { written: 'written', kept: 'kept   ', missing: 'would write' }
    terminal.print(files.map(({ path, state }) => `${words[state]}  ${visible(path)}\n`).join(''))
    terminal.print(dryRun ? '' : '\nChange the paths, the owners and the gates to your own, then run: lanekeeper lint\n')
  }
  return EXIT.yes
}

/** A link counts as there, wherever it leads. */
function isThere(root: string, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined
}

/** Writes a file that is not there, and only inside the repository: a folder that is a link out of it is refused. */
function writeNew(root: string, path: string, text: string): 'written' | 'kept' {
  const target = join(root, path)
  try {
    const real = realpathSync(nearestFolder(dirname(target)))
    const top = realpathSync(root)
    if (real !== top && !real.startsWith(top + sep)) throw new Error('its folder is a link that leads out of the repository')
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text, { flag: 'wx' })
    return 'written'
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST' && isThere(root, path)) return 'kept'
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CommandFault(
      'file-unwritable',
      `${visible(path)} cannot be written: ${visible(why)}`,
      'Nothing that was there is changed; run init again when it can be written.',
      { cause },
    )
  }
}

/** The folder itself, or the nearest one above it that is there. */
function nearestFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) if (lstatSync(at, { throwIfNoEntry: false }) !== undefined || dirname(at) === at) return at
}
