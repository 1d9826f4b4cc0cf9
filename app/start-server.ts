import { keepSettings } from '#lib/http/current-settings.ts'
import { log } from '#lib/http/log.ts'
import { readTargets } from '#lib/http/readable-target.ts'
import { readSettings } from '#lib/http/settings.ts'
import { startStore } from '#lib/usecases/start-store.ts'
import { stopWatching } from '#lib/usecases/watch-history.ts'

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
  readTargets()
  // The server waits for every answer before it goes, and a stream of events has no end of its own.
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stopWatching)
  for (const name of settings.unused) log.info(`${name} is accepted and not used yet: it comes with a later version`)
  try {
    const state = await startStore(settings, settings)
    if (typeof state === 'object') return leave(WRONG_SETTINGS, [state.wrongSetting])
    const { databaseUrl, dataFolder, demo, publicRead } = settings
    const database = databaseUrl === null ? `embedded, in ${dataFolder}` : 'PostgreSQL'
    log.info({ database, state, demo, publicRead }, state === 'ready' ? 'ready' : 'waiting for the database; /readyz says when it is there')
  } catch (error) {
    leave(CANNOT_START, [`cannot start: ${reasonOf(error)}`])
  }
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
