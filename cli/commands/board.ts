import { fullCommit } from '#cli/evidence/content-options.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson, styleOf, WIDTH } from '#cli/output.ts'
import { renderBoard } from '#cli/render/board.ts'
import { partOf } from '#cli/server/answer-parts.ts'
import { readerFor } from '#cli/server/read-for.ts'

/** The readiness board: every domain by the eight items, of a commit or of the newest candidate. Printed is done, whatever it shows. */
export async function boardCommand(
  context: CommandContext,
  options: { readonly commit?: string; readonly tab?: 'items' | 'layers' },
): Promise<ExitCode> {
  const reader = await readerFor(context)
  const commit = options.commit === undefined ? null : await fullCommit(reader.repository, options.commit)
  const answer = await reader.get('board', { commit, tab: options.tab ?? null })
  if (context.options.json === true) printJson(context, answer)
  else context.terminal.print(renderBoard(partOf(answer), { style: styleOf(context), width: context.terminal.columns ?? WIDTH }))
  return EXIT.yes
}
