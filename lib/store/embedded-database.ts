import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Pool } from 'pg'
import { makeDataFolder } from './data-folder.ts'
import type { Database } from './database.ts'
import { embeddedStreams } from './embedded-stream.ts'
import { lockFolder } from './folder-lock.ts'

/**
 * Opens the embedded database in a folder (`DataFolderUnusable` when there cannot be one), for one process at a time (else `FolderLocked`).
 * What was acknowledged survives the end of the process, however it ends; it does not survive a loss of power, because this engine does
 * not flush to disk.
 */
export async function openEmbeddedDatabase(dataFolder: string): Promise<Database> {
  makeDataFolder(dataFolder)
  const unlock = lockFolder(join(/*turbopackIgnore: true*/ dataFolder, 'database.lock'))
  try {
    const engine = await startEngine(join(/*turbopackIgnore: true*/ dataFolder, 'database'))
    const database = connectEmbedded(engine)
    const close = async () => {
      await database.close()
      unlock()
    }
    return { ...database, close }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Connects to an embedded database that is already running, in a folder or in memory. Closing the connection stops it. */
export function connectEmbedded(engine: PGlite): Database {
  // One session serves everybody in turn, so waiting is normal.
  const pool = new Pool({ max: 1, idleTimeoutMillis: 0, stream: embeddedStreams(engine), user: 'postgres', database: 'postgres' })
  const close = async () => {
    await pool.end()
    await engine.close()
  }
  return { engine: 'embedded', pool, close }
}

async function startEngine(folder: string): Promise<PGlite> {
  try {
    return await PGlite.create(folder)
  } catch (error) {
    const message = `the embedded database in ${folder} cannot be opened; it may be damaged (move the folder away to begin with an empty one)`
    throw new Error(message, { cause: error })
  }
}
