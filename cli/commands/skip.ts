import { type ContentOptions, namesContent, readContent } from '#cli/evidence/content-options.ts'
import { announcedRun, keyOf, requireGateId } from '#cli/evidence/evidence-options.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { locateRepository } from '#cli/git/repository.ts'
import { type CommandContext, printJson } from '#cli/output.ts'
import { readConnection } from '#cli/server/connection.ts'
import { repositoryName } from '#cli/server/repository-name.ts'
import { finishPosting } from '#cli/spool/finish-posting.ts'
import { postDurably } from '#cli/spool/post-durably.ts'
import { spoolFolder } from '#cli/spool/spool-folder.ts'
import type { ResidualRisk } from '#lib/model/skip.ts'
import { visible } from '#lib/wording/fit-text.ts'

export interface SkipOptions extends ContentOptions {
  readonly profile: string
  readonly reason: string
  readonly prior?: string
  readonly risk?: ResidualRisk
  readonly run?: string
  readonly key?: string
}

/** Declares a skip. The server keeps it either way: accepted is exit 0; refused is exit 1, with why its proof does not hold. */
export async function skipCommand(context: CommandContext, gate: string, options: SkipOptions): Promise<ExitCode> {
  const { terminal } = context
  requireGateId(gate)
  const connection = readConnection(context.options, terminal.env)
  const repository = await locateRepository({ repo: context.options.repo, cwd: terminal.cwd, env: terminal.env })
  const { profile, reason, prior, risk } = options
  const runId = announcedRun(options, terminal.env)
  const body = JSON.stringify({
    gate,
    profile,
    content: await readContent(repository, options),
    reason,
    ...(prior === undefined ? {} : { prior }),
    ...(risk === undefined ? {} : { risk }),
    ...(runId === null ? {} : { runId }),
  })
  const folder = spoolFolder(repository.root, terminal.env)
  const name = await repositoryName(repository, context.options.repo === undefined && namesContent(options))
  const delivery = await postDurably({ folder, connection, repository: name, endpoint: 'skips', body, ...keyOf(options) })
  const document = finishPosting(context, { connection, folder, delivery, what: `the skip of ${visible(gate)}` })
  if (document === null) return EXIT.unreachable
  const { id, state, refusal } = Object(document) as Record<string, unknown>
  const isAccepted = state === 'accepted'
  if (context.options.json === true) printJson(context, document)
  else {
    const verdict = isAccepted ? 'accepted' : `refused: ${visible(String(refusal))}`
    terminal.print(`skip of ${visible(gate)} under ${visible(profile)} ${verdict} (${visible(String(id))})\n`)
    if (!isAccepted)
      terminal.print(`  ${REFUSAL_SAYS[String(refusal)] ?? ''}\n  Run it instead: lanekeeper run ${visible(gate)} -- COMMAND\n`)
  }
  return isAccepted ? EXIT.yes : EXIT.no
}

const REFUSAL_SAYS: Readonly<Record<string, string>> = {
  'no-evidence': 'No prior evidence of this gate is named: give --prior EVIDENCE_ID.',
  'content-mismatch': 'The prior evidence is for other content: it shares no commit, tree or digest with this.',
  'gate-changed': 'The gate is defined otherwise since the prior evidence was recorded.',
  expired: 'The prior evidence is older than the profile allows.',
  'not-passed': 'The prior evidence has not passed.',
  revoked: 'The prior evidence was revoked.',
  'skip-of-skip': 'The prior is itself a skip: a skip proves nothing.',
  'not-authorised': 'The profile may not skip this gate, or the prior evidence is of a producer that may not speak for it.',
}
