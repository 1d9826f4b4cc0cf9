import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '#cli/server/connection.ts'
import { type Exchange, exchange } from '#cli/server/exchange.ts'
import { syncFolder } from './keep-item.ts'
import type { SpoolItem } from './spool-item.ts'

/** Sends an item under its own key: however often it is sent, the server keeps it once. */
export function sendItem(connection: Connection, item: SpoolItem, timeoutMs?: number): Promise<Exchange> {
  const query = item.repository === null ? '' : `?repository=${encodeURIComponent(item.repository)}`
  return exchange(connection, {
    method: 'POST',
    endpoint: `${item.endpoint}${query}`,
    body: item.body,
    key: item.key,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  })
}

/** Takes an item out of the spool. Somebody else may have done so already, after the same answer. */
export function dropItem(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true })
  syncFolder(folder)
}
