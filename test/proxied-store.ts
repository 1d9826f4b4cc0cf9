import { openPostgres } from '#lib/store/postgres-database.ts'
import { closeStore, setUpStore } from '#lib/store/session.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts'

/** A store whose PostgreSQL server is reached through a proxy that can fail. */
export interface ProxiedStore {
  readonly test: TestDatabase
  readonly proxy: FaultyProxy
  close(): Promise<void>
}

/** Sets up the store on a new database behind a proxy; `patience` in milliseconds. */
export async function openProxiedStore(patience: number): Promise<ProxiedStore> {
  const test = await createTestDatabase()
  const url = new URL(test.url ?? '')
  const proxy = await startFaultyProxy({ host: url.hostname, port: Number(url.port) })
  url.port = String(proxy.port)
  setUpStore({ open: async () => openPostgres(url.href), prepare: async () => undefined, patience })
  const close = async () => {
    await closeStore()
    await proxy.close()
    await test.close()
  }
  return { test, proxy, close }
}
