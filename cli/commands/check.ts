import { setTimeout as sleep } from 'node:timers/promises'
import { CommandFault } from '#cli/command-fault.ts'
import { digestOf, fullCommit, headContent } from '#cli/evidence/content-options.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson, styleOf, WIDTH } from '#cli/output.ts'
import { renderVerdict } from '#cli/render/verdict.ts'
import { oneOf, type Part, partOf, partsOf, textOfPart } from '#cli/server/answer-parts.ts'
import { type Reader, readerFor } from '#cli/server/read-for.ts'
import { serverFault } from '#cli/server/server-fault.ts'
import { parseDuration } from '#lib/formats/duration.ts'
import { RELEASE_VERDICTS, type ReleaseVerdict } from '#lib/model/judgement.ts'
import { visible } from '#lib/wording/fit-text.ts'

export interface CheckOptions {
  readonly commit?: string
  readonly digest?: string
  readonly profile?: string
  readonly wait?: string
}

const EXITS: Readonly<Record<ReleaseVerdict, ExitCode>> = {
  go: EXIT.yes,
  'go-with-exceptions': EXIT.yes,
  'no-go': EXIT.no,
  waiting: EXIT.waiting,
}

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [1_000, 30_000]

/** The release verdict of a candidate, as the server judges it at this moment; with `--wait`, as soon as nothing is pending any more. */
export async function checkCommand(context: CommandContext, options: CheckOptions): Promise<ExitCode> {
  const waitMs = waitOf(options)
  const reader = await readerFor(context)
  const contentId = await contentIdFor(reader, options)
  const profile = options.profile ?? (await onlyEnforcingProfile(reader))
  const answer = await askUntilDecided(context, reader, `candidates/${encodeURIComponent(contentId)}/verdict`, profile, waitMs)
  const verdict = verdictIn(answer)
  if (context.options.json === true) printJson(context, answer)
  else {
    const unsatisfied = Array.isArray(answer.unsatisfied) && answer.unsatisfied.length > 0
    const candidate = unsatisfied ? partOf(await reader.get(`candidates/${encodeURIComponent(contentId)}`)) : {}
    context.terminal.print(renderVerdict(contentId, answer, candidate, { style: styleOf(context), width: WIDTH }))
  }
  return EXITS[verdict]
}

function waitOf({ wait }: CheckOptions): number {
  if (wait === undefined) return 0
  const seconds = parseDuration(wait)
  if (seconds !== null) return seconds * 1000
  throw new CommandFault('usage', `--wait takes a duration: ${visible(wait)}`, 'Write it as 90s, 20m or 2h.')
}

async function contentIdFor({ repository }: Reader, { commit, digest }: CheckOptions): Promise<string> {
  if (commit !== undefined && digest !== undefined) {
    throw new CommandFault('usage', '--commit and --digest name two candidates.', 'Give one of them.')
  }
  if (digest !== undefined) return `sha256:${digestOf(digest)}`
  return commit === undefined ? (await headContent(repository)).gitCommit : fullCommit(repository, commit)
}

/** The profile that is meant when none is named: the only one that is full and enforcing. */
async function onlyEnforcingProfile(reader: Reader): Promise<string> {
  const profiles = partsOf(partOf(await reader.get('models/current')).profiles)
  const [only, ...others] = profiles.filter(({ kind, mode }) => kind === 'full' && mode === 'enforcing')
  if (only !== undefined && others.length === 0) return textOfPart(only.id)
  const which = only === undefined ? 'No profile is full and enforcing' : 'Several profiles are full and enforcing'
  throw new CommandFault(
    'no-profile',
    `${which}, so one must be named.`,
    `Give --profile, one of: ${profiles.map(({ id }) => textOfPart(id)).join(', ')}.`,
  )
}

function verdictIn(answer: Part): ReleaseVerdict {
  return oneOf(RELEASE_VERDICTS, answer.verdict, 'verdict')
}

/** While there is time to wait, a server that is away for a moment is waited for, too. */
async function askUntilDecided(context: CommandContext, reader: Reader, path: string, profile: string, waitMs: number): Promise<Part> {
  const until = Date.now() + waitMs
  let said = false
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const came = await reader.ask(path, { profile })
    const left = until - Date.now()
    if (came.outcome === 'refused' || (came.outcome === 'unreachable' && left <= 0)) throw serverFault(reader.connection, came)
    if (came.outcome === 'answered' && (verdictIn(partOf(came.document)) !== 'waiting' || left <= 0)) return partOf(came.document)
    if (!said) {
      const why = came.outcome === 'answered' ? 'gates are pending' : `the server cannot be reached (${visible(came.why)})`
      context.terminal.note(`lanekeeper: waiting, ${why} …\n`)
      said = true
    }
    await sleep(Math.min(pause, left))
  }
}
