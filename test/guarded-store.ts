import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, Session } from '#lib/store/database.ts'
import { ask, closeStore, setUpStore } from '#lib/store/session.ts'
import { type Checkpoints, closeCheckpoints, openCheckpoints } from '#lib/usecases/checkpoints.ts'
import { type CheckpointingGuard, guardHistory } from '#lib/usecases/guard-history.ts'

/** A store whose history is signed for, in a data folder of its own. */
export interface GuardedStore {
  readonly guard: CheckpointingGuard
  readonly checkpoints: Checkpoints
}

/** A data folder that is there until `remove`. */
export function aDataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'lanekeeper-data-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/**
 * Starts the store of this process on a database, as a server with this data folder would; the database stays open when it is stopped. What
 * `prepare` does is there before anything else is asked.
 */
export async function startGuarded(
  database: Database,
  dataFolder: string,
  acceptedLoss: string | null = null,
  prepare: (session: Session) => Promise<void> = async () => undefined,
): Promise<GuardedStore> {
  const checkpoints = openCheckpoints(dataFolder, database.engine)
  const guard = guardHistory(checkpoints, acceptedLoss)
  const open = async () => ({ ...database, close: async () => undefined })
  setUpStore({ open, prepare, patience: 20_000, guard })
  await ask(async () => undefined)
  return { guard, checkpoints }
}

/** Stops it. */
export async function stopGuarded(): Promise<void> {
  await closeStore()
  closeCheckpoints()
}
