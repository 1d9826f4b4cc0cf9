import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { locateRepository } from '#cli/git/repository.ts'
import { type CommandContext, printJson, styleOf } from '#cli/output.ts'
import { renderDiagnostics } from '#cli/render/diagnostic-lines.ts'
import { compileWorkingTree, listTracked } from '#cli/source-trees/compile-working-tree.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** Compiles the working tree's model, holds it against the tracked files and prints every diagnostic. An error is exit 2. */
export async function lintCommand(context: CommandContext): Promise<ExitCode> {
  const { terminal } = context
  const repository = await locateRepository({ repo: context.options.repo, cwd: terminal.cwd, env: terminal.env })
  const { compiled } = await compileWorkingTree(repository, terminal, await listTracked(repository))
  const { model } = compiled
  const errors = model.diagnostics.filter((each) => each.severity === 'error').length
  const warnings = model.diagnostics.length - errors
  if (context.options.json === true) {
    const { repository: name, digest, diagnostics } = model
    printJson(context, { version: 1, repository: name, modelDigest: digest, diagnostics, counts: { errors, warnings } })
  } else {
    const rows = model.maps.reduce((sum, map) => sum + map.rows.length, 0)
    const read = `${count(model.files.length, 'file')} read: ${count(rows, 'map row')}, ${count(model.lanes.length, 'lane')}, ${count(model.profiles.length, 'profile')}, ${count(model.packets.length, 'packet')}`
    terminal.print(
      `${renderDiagnostics(model.diagnostics, styleOf(context))}${visible(model.repository)}: ${count(errors, 'error')}, ${count(warnings, 'warning')}. ${read}.\n`,
    )
  }
  return errors > 0 ? EXIT.input : EXIT.yes
}
