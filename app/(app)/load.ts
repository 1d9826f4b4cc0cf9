import { randomUUID } from 'node:crypto'
import { connection } from 'next/server'
import { letOnlyReadersPass } from '#app/who-is-looking.ts'
import { log } from '#lib/http/log.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { isUnavailable } from '#lib/model/unavailable.ts'

/** Why a page has nothing to show. */
export type NotLoaded =
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'unavailable'; readonly requestId: string }

export type Loaded<T> = { readonly state: 'loaded'; readonly value: T } | NotLoaded

/**
 * Asks a use case for what a page shows, at the time of the request. Where reading is not open to everybody nothing is
 * asked for whoever is not signed in: they are sent to the sign-in page. A database that does not answer is said, never covered by what was true before.
 */
export async function load<T extends object>(question: () => Promise<T | Refusal>): Promise<Loaded<T>> {
  await connection()
  try {
    await letOnlyReadersPass()
    const answer = await question()
    return isRefusal(answer) ? { state: 'refused', refusal: answer } : { state: 'loaded', value: answer }
  } catch (error) {
    if (!isUnavailable(error)) throw error
    const requestId = randomUUID()
    log.warn({ requestId, err: error }, 'database unavailable')
    return { state: 'unavailable', requestId }
  }
}
