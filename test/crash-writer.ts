/**
 * Records evidence into a database until it is killed, several requests at once, naming each request on standard output once it was
 * acknowledged: its key, and the ids of its evidence. The argument is the address of a PostgreSQL server or the folder of an embedded
 * database.
 */
import { randomUUID } from 'node:crypto'
import { isRefusal } from '#lib/model/refusal.ts'
import { isUnavailable } from '#lib/model/unavailable.ts'
import type { KeptDocument } from '#lib/usecases/answer-once.ts'
import { recordEvidence } from '#lib/usecases/record-evidence.ts'
import { startStore } from '#lib/usecases/start-store.ts'
import { crashRequest, WRITERS_AT_ONCE } from './crash-request.ts'

const [location = ''] = process.argv.slice(2)
const databaseUrl = /^postgres/.test(location) ? location : null
try {
  const started = await startStore({ databaseUrl, dataFolder: location }, { initCiToken: null, demo: false, initAdmin: null })
  if (started !== 'ready') throw new Error('the database is not ready')
  await Promise.all(Array.from({ length: WRITERS_AT_ONCE }, write))
} catch (error) {
  process.stdout.write(`refused: ${error instanceof Error ? error.name : String(error)}\n`)
  process.exitCode = 1
}

async function write(): Promise<void> {
  for (;;) {
    const key = randomUUID()
    const answer = await record(key)
    const { items } = JSON.parse(answer.document) as { items: readonly { id: string }[] }
    process.stdout.write(`${key} ${items.map(({ id }) => id).join(' ')}\n`)
  }
}

/** As a client would: told to come back, it comes back with the same request. */
async function record(key: string): Promise<KeptDocument> {
  for (;;) {
    try {
      const answer = await recordEvidence(crashRequest(key))
      if (isRefusal(answer)) throw new Error(answer.detail)
      return answer
    } catch (error) {
      if (!isUnavailable(error)) throw error
    }
  }
}
