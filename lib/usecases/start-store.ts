import { createHash } from 'node:crypto'
import { isUnavailable } from '#lib/model/unavailable.ts'
import { registerInitialToken } from '#lib/store/api-tokens.ts'
import { DataFolderUnusable } from '#lib/store/data-folder.ts'
import { type DatabaseLocation, openDatabase } from '#lib/store/open-database.ts'
import { outageOf } from '#lib/store/outage.ts'
import { prepareStore, setUpStore } from '#lib/store/session.ts'
import { preparePeople, type SettledPeople } from './prepare-people.ts'

/** The embedded database serves everybody through one session, and takes seconds to open for the first time. */
const EMBEDDED_PATIENCE_MS = 20_000
const SERVER_PATIENCE_MS = 3_000

export interface SettledCallers extends SettledPeople {
  readonly initCiToken: string | null
}

/**
 * Opens the database, applies the migrations and makes known whom the settings name: the initial CI token and the first accounts. A database server that is away is no failure: answers
 * `waiting`, and whoever asks next tries again. A setting that turns out to be wrong is answered in words. Anything else that goes wrong is
 * thrown: starting makes no sense.
 */
export async function startStore(
  location: DatabaseLocation,
  callers: SettledCallers,
): Promise<'ready' | 'waiting' | { readonly wrongSetting: string }> {
  setUpStore({
    open: () => openDatabase(location),
    patience: location.databaseUrl === null ? EMBEDDED_PATIENCE_MS : SERVER_PATIENCE_MS,
    prepare: async (session) => {
      const { initCiToken } = callers
      if (initCiToken !== null) await registerInitialToken(session, createHash('sha256').update(initCiToken).digest('hex'))
      await preparePeople(session, callers)
    },
  })
  try {
    await prepareStore()
    return 'ready'
  } catch (error) {
    if (location.databaseUrl !== null && isUnavailable(outageOf(error))) return 'waiting'
    if (error instanceof DataFolderUnusable) return { wrongSetting: error.message }
    throw error
  }
}
