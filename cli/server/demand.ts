import { randomUUID } from 'node:crypto'
import type { Connection } from './connection.ts'
import { type ApiRequest, exchange } from './exchange.ts'
import { serverFault } from './server-fault.ts'

/** The answer to a request that must succeed; everything else is a fault. */
export async function demand(connection: Connection, request: ApiRequest): Promise<unknown> {
  const came = await exchange(connection, request)
  if (came.outcome === 'answered') return came.document
  throw serverFault(connection, came)
}

/** Posts one document, under a key of its own. */
export function postJson(connection: Connection, endpoint: string, body: unknown): Promise<unknown> {
  return demand(connection, { method: 'POST', endpoint, body: JSON.stringify(body), key: randomUUID() })
}
