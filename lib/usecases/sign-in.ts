import { createHash } from 'node:crypto'
import { addressKey, type Person, personIdentity } from '#lib/model/person.ts'
import type { Refusal } from '#lib/model/refusal.ts'
import { findAccount } from '#lib/store/accounts.ts'
import type { Session } from '#lib/store/database.ts'
import { findPerson } from '#lib/store/people.ts'
import { revokeSession } from '#lib/store/person-sessions.ts'
import { ask, inTransaction } from '#lib/store/session.ts'
import { forgetFailures, holdAccount, keepFailure, secondsToWait } from '#lib/store/sign-in-failures.ts'
import { fewAtOnce } from './few-at-once.ts'
import { isPassword } from './password.ts'
import { recordAudit } from './record-audit.ts'
import { sessionHash, startSession } from './start-session.ts'

export interface PasswordGiven {
  readonly email: string
  readonly password: string
  /** What the cookie holds that came along; that session ends when another begins. */
  readonly earlier: string | null
}

export interface Begun {
  readonly person: Person
  readonly authTime: Date
  /** What the cookie is to hold. */
  readonly sessionId: string
}

/** Each takes one of the four threads of this process for a while; files, names of hosts and packed texts need them too. */
const oneOfFew = fewAtOnce({ most: 2, waiting: 30 })

/**
 * Signs a person in by password. An address without an account is refused in the same words, after the same work. Five wrong passwords for
 * one address within 15 minutes, and the sixth is not looked at, nor is a right one: also when they are sent at once, to several servers.
 */
export async function signIn(given: PasswordGiven): Promise<Begun | Refusal> {
  const account = createHash('sha256').update(addressKey(given.email)).digest('hex')
  const { wait, found } = await ask(async (session) => ({
    wait: await secondsToWait(session, account),
    found: await findAccount(session, given.email),
  }))
  if (wait !== null) return tooMany(wait)
  const right = await oneOfFew(() => isPassword(given.password, found?.password ?? null))
  return inTransaction(async (session) => {
    await holdAccount(session, account)
    const refusal = await countAttempt(session, account, right)
    return refusal ?? begin(session, account, found?.id ?? '', given.earlier)
  })
}

/** Looked at again under the lock: others may have tried meanwhile. */
async function countAttempt(session: Session, account: string, right: boolean): Promise<Refusal | null> {
  const wait = await secondsToWait(session, account)
  if (wait !== null) return tooMany(wait)
  if (right) return null
  await keepFailure(session, account)
  return WRONG
}

async function begin(session: Session, account: string, personId: string, earlier: string | null): Promise<Begun | Refusal> {
  await forgetFailures(session, account)
  const person = await findPerson(session, personId)
  if (person === null) return WRONG
  const record = { action: 'session.started', actor: personIdentity(person), repository: null, subject: personIdentity(person) } as const
  const { at } = await recordAudit(session, { ...record, details: { by: 'password', name: person.name } })
  if (earlier !== null) await revokeSession(session, sessionHash(earlier))
  return { person, authTime: at, sessionId: await startSession(session, person.id, at) }
}

const WRONG: Refusal = { refused: 'sign-in-refused', detail: 'The address or the password is wrong.' }

function tooMany(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60)
  const detail = `Too many wrong passwords. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}; nothing that is sent before is looked at.`
  return { refused: 'too-many-attempts', detail, retryAfter: seconds }
}
