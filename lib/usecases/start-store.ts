import { createHash } from 'node:crypto'
import { isUnavailable } from '#lib/model/unavailable.ts'
import { registerInitialToken } from '#lib/store/api-tokens.ts'
import { DataFolderUnusable } from '#lib/store/data-folder.ts'
import type { Session } from '#lib/store/database.ts'
import { type DatabaseLocation, migrateDatabase, openDatabase } from '#lib/store/open-database.ts'
import { outageOf } from '#lib/store/outage.ts'
import { prepareStore, setUpStore } from '#lib/store/session.ts'
import { SigningKeyUnusable } from '#lib/store/signing-key.ts'
import { openCheckpoints } from './checkpoints.ts'
import { type CheckpointingGuard, guardHistory } from './guard-history.ts'
import { preparePeople, type SettledPeople } from './prepare-people.ts'

/** The embedded database serves everybody through one session, and takes seconds to open for the first time. */
const EMBEDDED_PATIENCE_MS = 20_000
const SERVER_PATIENCE_MS = 3_000

/** Whom the settings make known. */
export interface SettledIdentities extends SettledPeople {
  readonly initCiToken: string | null
}

export interface StoreToStart extends DatabaseLocation, SettledIdentities {
  /** The hash of a checkpoint that an operator gives up. */
  readonly acceptedRollback: string | null
}

let guard: CheckpointingGuard | null = null

/**
 * Opens the database, applies the migrations, makes known whom the settings name (the initial CI token, the first accounts) and holds the
 * history against what was signed for. A database server that is away is no failure: answers `waiting`, and whoever asks next tries again. A setting that turns out to be wrong is answered
 * in words. Anything else that goes wrong is thrown: starting makes no sense.
 */
export async function startStore(asked: StoreToStart): Promise<'ready' | 'waiting' | { readonly wrongSetting: string }> {
  const { initCiToken, acceptedRollback, initAdmin, demo, ...location } = asked
  try {
    guard = guardHistory(openCheckpoints(location.dataFolder, location.databaseUrl === null ? 'embedded' : 'postgresql'), acceptedRollback)
    setUpStore({
      open: () => openDatabase(location),
      migrate: (database) => migrateDatabase(database, location),
      patience: location.databaseUrl === null ? EMBEDDED_PATIENCE_MS : SERVER_PATIENCE_MS,
      prepare: (session) => prepareIdentities(session, { initCiToken, initAdmin, demo }),
      guard,
    })
    await prepareStore()
    return 'ready'
  } catch (error) {
    if (location.databaseUrl !== null && isUnavailable(outageOf(error))) return 'waiting'
    if (error instanceof DataFolderUnusable || error instanceof SigningKeyUnusable) return { wrongSetting: error.message }
    throw error
  }
}

/** Makes known whom the settings name, in the transaction of the session. Does nothing a second time. */
export async function prepareIdentities(session: Session, { initCiToken, ...people }: SettledIdentities): Promise<void> {
  if (initCiToken !== null) await registerInitialToken(session, createHash('sha256').update(initCiToken).digest('hex'))
  await preparePeople(session, people)
}

/** Signs for what was recorded since the last checkpoint, as far as it can be; the next start does what could not be done now. */
export async function signBeforeStopping(): Promise<void> {
  await guard?.signNow().catch(() => undefined)
}
