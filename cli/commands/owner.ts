import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { locateRepository } from '#cli/git/repository.ts'
import { type CommandContext, printJson, styleOf } from '#cli/output.ts'
import { renderOwnership } from '#cli/render/ownership.ts'
import { repositoryPath } from '#cli/repository-path.ts'
import { workingModel } from '#cli/source-trees/compile-working-tree.ts'
import { describePath } from '#lib/rules/routing/describe-path.ts'

/** Says who owns each path, by map file and line. A path without an owner is an answer too, so the exit status is 0. */
export async function ownerCommand(context: CommandContext, paths: readonly string[]): Promise<ExitCode> {
  const { terminal } = context
  const { repo } = context.options
  const repository = await locateRepository({ repo, cwd: terminal.cwd, env: terminal.env })
  const asked = paths.map((path) =>
    repositoryPath(path, { root: repository.root, from: repo === undefined ? terminal.cwd : repository.root }),
  )
  const compiled = await workingModel(repository, terminal)
  const { repository: name, digest, diagnostics } = compiled.model
  const found = asked.map((path) => describePath(compiled, path))
  if (context.options.json === true) printJson(context, { version: 1, repository: name, modelDigest: digest, paths: found, diagnostics })
  else {
    terminal.print(renderOwnership(found, styleOf(context)))
    const errors = diagnostics.filter((each) => each.severity === 'error').length
    if (errors > 0) terminal.note(`lanekeeper: the model has ${errors} errors, so this may be incomplete; lanekeeper lint shows them.\n`)
  }
  return EXIT.yes
}
