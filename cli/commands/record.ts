import { CommandFault } from '#cli/command-fault.ts'
import { ciFacts } from '#cli/evidence/ci-facts.ts'
import { namesContent, readContent } from '#cli/evidence/content-options.ts'
import { announcedRun, type EvidenceOptions, keyOf, requireGateId, runOptions, wholeNumber } from '#cli/evidence/evidence-options.ts'
import { evidenceText } from '#cli/evidence/evidence-request.ts'
import { measureArtifact } from '#cli/evidence/measure-artifact.ts'
import { readReportText, readTestReport } from '#cli/evidence/read-report.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { locateRepository } from '#cli/git/repository.ts'
import { type CommandContext, printJson } from '#cli/output.ts'
import { readConnection } from '#cli/server/connection.ts'
import { repositoryName } from '#cli/server/repository-name.ts'
import { finishPosting } from '#cli/spool/finish-posting.ts'
import { postDurably } from '#cli/spool/post-durably.ts'
import { spoolFolder } from '#cli/spool/spool-folder.ts'
import { REPORTED_RESULTS, type ReportedResult } from '#lib/model/reported-result.ts'
import { visible } from '#lib/wording/fit-text.ts'

export interface RecordOptions extends EvidenceOptions {
  readonly result?: ReportedResult
  readonly command?: string
  readonly exitCode?: string
  readonly started?: string
  readonly finished?: string
  readonly from?: string
}

/** Records what ran elsewhere: one result, or with `--from` every line of a file. A server that is away is exit 3, and the spool keeps it. */
export async function recordCommand(context: CommandContext, gate: string | undefined, options: RecordOptions): Promise<ExitCode> {
  const { terminal } = context
  if (options.from !== undefined) {
    if (gate !== undefined) throw new CommandFault('usage', '--from names its gates itself.', 'Leave the gate out.')
    const { recordLines } = await import('#cli/evidence/record-lines.ts')
    return recordLines(context, options.from)
  }
  if (gate === undefined) throw new CommandFault('usage', 'No gate is named.', 'Give a gate with --result and --command, or --from FILE.')
  requireGateId(gate)
  const { result, command } = options
  if (result === undefined) throw new CommandFault('usage', 'No result is given.', `Give --result ${REPORTED_RESULTS.join('|')}.`)
  if (command === undefined || command.trim() === '') {
    throw new CommandFault('usage', 'No command is given.', 'Give --command with the exact command that ran.')
  }
  const connection = readConnection(context.options, terminal.env)
  const repository = await locateRepository({ repo: context.options.repo, cwd: terminal.cwd, env: terminal.env })
  const { junit, findings, artifact = [] } = options
  const tests = junit === undefined ? null : await readTestReport(junit, terminal.cwd)
  const body = evidenceText({
    gate,
    result,
    content: await readContent(repository, options),
    profile: options.profile ?? null,
    command,
    exitCode: options.exitCode === undefined ? null : wholeNumber('--exit-code', options.exitCode, 0),
    counts: tests?.counts ?? null,
    startedAt: options.started ?? null,
    finishedAt: options.finished ?? null,
    artifacts: await Promise.all(artifact.map((path) => measureArtifact(path, terminal.cwd))),
    runId: announcedRun(options, terminal.env),
    ci: ciFacts(terminal.env, runOptions(options)),
    supersedes: options.supersedes ?? [],
    reason: options.reason ?? tests?.reason ?? null,
    findings: findings === undefined ? null : readReportText('--findings', findings, terminal.cwd),
  })
  const folder = spoolFolder(repository.root, terminal.env)
  const name = await repositoryName(repository, context.options.repo === undefined && namesContent(options))
  const delivery = await postDurably({ folder, connection, repository: name, endpoint: 'evidence', body, ...keyOf(options) })
  const document = finishPosting(context, { connection, folder, delivery, what: `${visible(gate)} ${result}` })
  if (document === null) return EXIT.unreachable
  const { id, replayed } = Object(document) as Record<string, unknown>
  if (context.options.json === true) printJson(context, document)
  else
    terminal.print(`${visible(gate)} ${result}, ${replayed === true ? 'recorded before' : 'recorded'} as evidence ${visible(String(id))}\n`)
  return EXIT.yes
}
