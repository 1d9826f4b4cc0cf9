import { textOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { locateRepository } from '#cli/git/repository.ts'
import { type CommandContext, printJson, styleOf } from '#cli/output.ts'
import { renderDiagnostics } from '#cli/render/diagnostic-lines.ts'
import { readConnection } from '#cli/server/connection.ts'
import { postJson } from '#cli/server/demand.ts'
import { readStoredModel } from '#cli/server/stored-model.ts'
import { compileWorkingTree, listTracked } from '#cli/source-trees/compile-working-tree.ts'
import type { RecordingTree } from '#cli/source-trees/recording-tree.ts'
import { decodeUtf8 } from '#lib/formats/text-file.ts'
import { visible } from '#lib/wording/fit-text.ts'

/**
 * Sends the working tree's model to the server: every file it is read from as text, and the tracked paths. The server compiles it itself,
 * so nobody can claim a compilation. A server that cannot be reached is exit 3.
 */
export async function syncCommand(context: CommandContext): Promise<ExitCode> {
  const { terminal, options } = context
  const connection = readConnection(options, terminal.env)
  const repository = await locateRepository({ repo: options.repo, cwd: terminal.cwd, env: terminal.env })
  const tracked = (await listTracked(repository)) ?? []
  const { compiled, files } = await compileWorkingTree(repository, terminal, tracked)
  const answer = await postJson(connection, 'models', {
    repository: compiled.model.repository,
    sources: sourcesOf(files),
    tree: tracked,
  })
  const stored = readStoredModel(answer)
  if (options.json === true) printJson(context, answer)
  else {
    const style = styleOf(context)
    const what = stored.replayed ? 'was current already' : 'is now current'
    terminal.print(
      `${renderDiagnostics(stored.diagnostics, style)}${visible(stored.repository)}: ${visible(stored.modelDigest)} ${what} at ${connection.server.href}\n`,
    )
  }
  return EXIT.yes
}

function sourcesOf(files: RecordingTree['files']): { path: string; text: string }[] {
  return [...files]
    .flatMap(([path, bytes]) => (bytes === null ? [] : [{ path, text: sourceText(path, bytes) }]))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A file that is no UTF-8 cannot be sent as text unchanged, and a changed one could lose the fault that it has here. */
function sourceText(path: string, bytes: Uint8Array): string {
  if (decodeUtf8(bytes) === null) {
    throw new CommandFault(
      'source-not-text',
      `${visible(path)} is not UTF-8 text and cannot be sent.`,
      'lanekeeper lint shows the line. Save the file as UTF-8.',
    )
  }
  return textOf(bytes)
}
