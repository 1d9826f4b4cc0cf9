import { keepSettings } from '#lib/http/current-settings.ts'
import { log } from '#lib/http/log.ts'
import { readTargets } from '#lib/http/readable-target.ts'
import { readSettings, type Settings } from '#lib/http/settings.ts'
import { checkReadiness } from '#lib/usecases/check-readiness.ts'
import { loadCiRules, setUpCiIdentities } from '#lib/usecases/ci-identities.ts'
import { databaseTrust } from '#lib/usecases/database-trust.ts'
import { startWebhooks, stopWebhooks } from '#lib/usecases/deliver-webhooks.ts'
import { loadWebhooks } from '#lib/usecases/load-webhooks.ts'
import { signBeforeStopping, startStore } from '#lib/usecases/start-store.ts'
import { stopWatching } from '#lib/usecases/watch-history.ts'
import { answerAgain } from './kept-answers.ts'

declare global {
  /** What `scripts/serve.mjs` hands requests to, which is outside of what is bundled. */
  var lanekeeperAnswerAgain: typeof answerAgain | undefined
}

const WRONG_SETTINGS = 2
const CANNOT_START = 1

/**
 * Reads the settings and makes the store ready. Ends the process with one readable line for each setting that is wrong (exit 2), or for
 * what keeps it from starting (exit 1). A database server that is away does not: `/readyz` says so until it is back.
 */
export async function startServer(): Promise<void> {
  const read = readSettings(process.env)
  if ('faults' in read) return leave(WRONG_SETTINGS, read.faults)
  const { settings } = read
  keepSettings(settings)
  const jobs = startCiIdentities(settings)
  const webhooks = webhooksOf(settings)
  if (jobs.length > 0 || 'faults' in webhooks) return leave(WRONG_SETTINGS, [...jobs, ...('faults' in webhooks ? webhooks.faults : [])])
  readTargets()
  globalThis.lanekeeperAnswerAgain = answerAgain
  // The server waits for every answer before it goes, and a stream of events has no end of its own.
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, endGently)
  try {
    const state = await startStore(settings)
    if (typeof state === 'object') return leave(WRONG_SETTINGS, [state.wrongSetting])
    startWebhooks(webhooks.targets, settings.publicUrl, (error) => log.error({ err: error }, 'webhooks could not be delivered'))
    const { databaseUrl, dataFolder, demo, publicRead } = settings
    const database = databaseUrl === null ? `embedded, in ${dataFolder}` : 'PostgreSQL'
    log.info({ database, state, demo, publicRead }, state === 'ready' ? 'ready' : 'waiting for the database; /readyz says when it is there')
    if (state === 'ready') await warn()
  } catch (error) {
    leave(CANNOT_START, [`cannot start: ${reasonOf(error)}`])
  }
}

/** The lines of what is wrong with the file of CI rules; none when its rules hold from now on. */
function startCiIdentities({ ciRulesFile, publicUrl }: Settings): readonly string[] {
  const read = ciRulesFile === null ? { rules: [] } : loadCiRules(ciRulesFile)
  if ('faults' in read) return read.faults
  setUpCiIdentities(publicUrl, read.rules)
  return []
}

/** What whoever runs the server must know of its history, though everything can be read. */
async function warn(): Promise<void> {
  const { warning } = await checkReadiness()
  if (warning !== undefined) log.error(warning)
  const { engine, because } = await databaseTrust()
  // The embedded database can be no other way, and its log line has said that it is embedded.
  if (engine === 'postgresql' && because.length > 0)
    log.warn({ because }, 'this application could rewrite its own history; docs/audit.md says how to take that right away')
}

function webhooksOf({ webhooksFile, demo }: Settings): ReturnType<typeof loadWebhooks> {
  return webhooksFile === null ? { targets: [] } : loadWebhooks(webhooksFile, process.env, demo)
}

function endGently(): void {
  stopWatching()
  stopWebhooks()
  void signBeforeStopping()
}

function leave(status: number, lines: readonly string[]): never {
  process.stderr.write(lines.map((line) => `lanekeeper: ${line}\n`).join(''))
  process.exit(status)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return `${error.message}${cause}`.replaceAll(/\s+/g, ' ')
}
