import { CommandFault } from '#cli/command-fault.ts'
import { ciFacts } from '#cli/evidence/ci-facts.ts'
import { commandText, isShellLine } from '#cli/evidence/command-text.ts'
import { namesContent, readContent } from '#cli/evidence/content-options.ts'
import { announcedRun, type EvidenceOptions, requireGateId, runOptions } from '#cli/evidence/evidence-options.ts'
import { evidenceText } from '#cli/evidence/evidence-request.ts'
import { judgeRun } from '#cli/evidence/judge-run.ts'
import { workingContent } from '#cli/evidence/working-content.ts'
import { locateRepository, type Repository } from '#cli/git/repository.ts'
import { type CommandContext, printJson } from '#cli/output.ts'
import { runChild } from '#cli/process/run-child.ts'
import { readConnection } from '#cli/server/connection.ts'
import { withoutIdTokens } from '#cli/server/id-token.ts'
import { repositoryName } from '#cli/server/repository-name.ts'
import { problemSentence } from '#cli/server/server-fault.ts'
import { isAboutTheToken, putAside, REFUSED_FOLDER } from '#cli/spool/flush-spool.ts'
import { type Delivery, postDurably } from '#cli/spool/post-durably.ts'
import { spoolFolder } from '#cli/spool/spool-folder.ts'
import type { Content } from '#lib/model/content.ts'
import { fitMiddle, visible } from '#lib/wording/fit-text.ts'

/** The longest command that evidence keeps. */
const LONGEST_COMMAND = 10_000

/** A pipeline that stops a job kills it soon after: then there is only so long to say how it ended. */
const HURRIED_MS = 4_000

/**
 * Runs a gate's command with its output untouched and records what came of it. The exit status is the command's, whatever the server
 * says: a server that is away costs a line on standard error, and the evidence waits in the spool.
 */
export async function runCommand(
  context: CommandContext,
  gate: string,
  words: readonly string[],
  options: EvidenceOptions,
): Promise<number> {
  const { terminal } = context
  requireGateId(gate)
  const connection = readConnection(context.options, terminal.env)
  const repository = await locateRepository({ repo: context.options.repo, cwd: terminal.cwd, env: terminal.env })
  const run = runOptions(options)
  const content = await contentOf(context, repository, options)
  const name = await repositoryName(repository, context.options.repo === undefined && namesContent(options))

  const end = await runChild(isShellLine(words) ? ['sh', '-c', words[0] ?? ''] : words, {
    cwd: terminal.cwd,
    env: childEnvironment(terminal.env, gate),
    quietOutput: context.options.json === true,
  })
  const judged = await judgeRun(end, isShellLine(words), options, terminal.cwd)
  for (const fault of judged.faults) terminal.note(`lanekeeper: ${fault}\n`)
  const body = evidenceText({
    gate,
    result: judged.result,
    content,
    profile: options.profile ?? null,
    command: fitMiddle(commandText(words), LONGEST_COMMAND),
    exitCode: end.status,
    counts: judged.counts,
    startedAt: end.startedAt.toISOString(),
    finishedAt: end.finishedAt.toISOString(),
    artifacts: judged.artifacts,
    runId: announcedRun(options, terminal.env),
    ci: ciFacts(terminal.env, run),
    supersedes: options.supersedes ?? [],
    reason: judged.reason,
    findings: judged.findings,
  })
  const folder = spoolFolder(repository.root, terminal.env)
  const delivery = await deliver(() =>
    postDurably({
      folder,
      connection,
      repository: name,
      endpoint: 'evidence',
      body,
      ...(end.interrupted ? { timeoutMs: HURRIED_MS } : {}),
    }),
  )
  terminal.note(sayDelivery(delivery, folder, `${visible(gate)} ${judged.result}`))
  if (context.options.json === true) {
    printJson(context, { version: 1, gate, result: judged.result, exitCode: end.status, content, ...documentParts(delivery) })
  }
  return end.status
}

async function contentOf(context: CommandContext, repository: Repository, options: EvidenceOptions): Promise<Content> {
  if (namesContent(options)) return readContent(repository, options)
  const { content, differs } = await workingContent(repository)
  if (differs) {
    const tree = content.gitTree?.slice(0, 12)
    context.terminal.note(
      `lanekeeper: tracked files differ from HEAD; this speaks for the tree ${tree} as it lies here, not for the commit.\n`,
    )
  }
  return content
}

/** What runs is what is being judged: it gets no token to speak for itself with. */
function childEnvironment(env: NodeJS.ProcessEnv, gate: string): NodeJS.ProcessEnv {
  const { LANEKEEPER_TOKEN: _, ...others } = withoutIdTokens(env)
  return { ...others, LANEKEEPER_GATE: gate }
}

/** A fault in delivering does not change how the command ended. */
async function deliver(post: () => Promise<Delivery>): Promise<Delivery | CommandFault> {
  try {
    return await post()
  } catch (fault) {
    if (fault instanceof CommandFault) return fault
    throw fault
  }
}

/** The line for a person; what the server does not want is put aside with its problem, so that it can be looked at. */
function sayDelivery(delivery: Delivery | CommandFault, folder: string, what: string): string {
  if (delivery instanceof CommandFault)
    return `lanekeeper: ${what} is not recorded. ${visible(delivery.message)}\n  ${visible(delivery.hint)}\n`
  if (delivery.state === 'recorded') return `lanekeeper: ${what}, recorded as evidence ${evidenceId(delivery.document)}\n`
  if (delivery.state === 'spooled') {
    return `lanekeeper: ${what}, kept in the spool because the server cannot be reached (${visible(delivery.why)}).\n  Deliver it with: lanekeeper flush\n`
  }
  const { problem, file } = delivery
  const why = `lanekeeper: ${what} is not recorded: the server refused (${problem.status}) ${problemSentence(problem)}\n`
  if (file === null) return why
  if (isAboutTheToken(problem))
    return `${why}  It waits in the spool: set LANEKEEPER_TOKEN to a token that may post it and run lanekeeper flush.\n`
  putAside(folder, file, problem)
  return `${why}  It is put aside in ${visible(`${folder}/${REFUSED_FOLDER}`)}.\n`
}

function documentParts(delivery: Delivery | CommandFault) {
  const none = { evidence: null, spooled: null, problem: null }
  if (delivery instanceof CommandFault) return { ...none, problem: { code: delivery.code, detail: delivery.message } }
  if (delivery.state === 'recorded') return { ...none, evidence: delivery.document }
  if (delivery.state === 'spooled') return { ...none, spooled: delivery.file }
  return { ...none, problem: delivery.problem }
}

function evidenceId(document: unknown): string {
  const { id } = Object(document) as Record<string, unknown>
  return visible(String(id ?? ''))
}
