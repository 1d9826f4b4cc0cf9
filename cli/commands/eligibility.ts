import { fullCommit } from '#cli/evidence/content-options.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson, styleOf, WIDTH } from '#cli/output.ts'
import { renderEligibility } from '#cli/render/eligibility.ts'
import { partOf, verdictOf } from '#cli/server/answer-parts.ts'
import { readerFor } from '#cli/server/read-for.ts'

/** The eight items of a domain, of a commit or of the newest candidate. Only `eligible` is exit 0. */
export async function eligibilityCommand(
  context: CommandContext,
  domain: string,
  options: { readonly commit?: string },
): Promise<ExitCode> {
  const reader = await readerFor(context)
  const commit = options.commit === undefined ? null : await fullCommit(reader.repository, options.commit)
  const answer = await reader.get(`domains/${encodeURIComponent(domain)}/eligibility`, { commit })
  const verdict = verdictOf(partOf(answer))
  if (context.options.json === true) printJson(context, answer)
  else context.terminal.print(renderEligibility(partOf(answer), { style: styleOf(context), width: WIDTH }))
  return verdict === 'eligible' ? EXIT.yes : EXIT.no
}
