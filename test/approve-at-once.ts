/**
 * Approves an exception in the names of many people at once, as an instance of its own, and says on standard output what became of each try.
 * The arguments: the address of a PostgreSQL server, the id of the exception, the ids of the people separated by commas, how often each tries.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeStore } from '#lib/store/session.ts'
import { startStore } from '#lib/usecases/start-store.ts'
import { approveAtOnce } from './approvals.ts'

const [databaseUrl = '', id = '', people = '', times = '1'] = process.argv.slice(2)
const dataFolder = mkdtempSync(join(tmpdir(), 'lanekeeper-approves-'))
const started = await startStore({
  databaseUrl,
  dataFolder,
  migrateDatabaseUrl: null,
  initCiToken: null,
  initAdmin: null,
  demo: false,
  acceptedRollback: null,
})
if (started !== 'ready') throw new Error('the database is not ready')
for (const outcome of await approveAtOnce(id, people.split(','), Number(times))) process.stdout.write(`${outcome}\n`)
await closeStore()
rmSync(dataFolder, { recursive: true, force: true })
