import type { Pool, PoolClient } from 'pg'
import { hasLostConnection, watchConnection } from './outage.ts'

/** Uses one connection of the pool and gives it back; one that was lost meanwhile is thrown away. */
export async function onConnection<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await watchConnection(pool.connect())
  // The loss of a connection that is in use is also an event, and one that nobody listens to would end the process.
  client.on('error', ignore)
  const release = (isLost: boolean) => {
    client.off('error', ignore)
    client.release(isLost)
  }
  try {
    const answer = await use(client)
    release(false)
    return answer
  } catch (error) {
    release(hasLostConnection(error))
    throw error
  }
}

function ignore(): void {}
