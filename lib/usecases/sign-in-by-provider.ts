import { createHash } from 'node:crypto'
import { type Person, personIdentity } from '#lib/model/person.ts'
import type { ProviderFault } from '#lib/model/provider-fault.ts'
import { readableText } from '#lib/model/visible-text.ts'
import { finishAtProvider, type ProvidedPerson, type SignInAttempt, type SignInProvider } from '#lib/outside/sign-in-provider.ts'
import type { Session } from '#lib/store/database.ts'
import { createPerson, findPersonOfProvider, isClosedAtProvider, linkPersonToProvider } from '#lib/store/people.ts'
import { revokeSession } from '#lib/store/person-sessions.ts'
import { inTransaction } from '#lib/store/session.ts'
import { recordAudit } from './record-audit.ts'
import type { Begun } from './sign-in.ts'
import { sessionHash, startSession } from './start-session.ts'

export interface ComingBack {
  readonly provider: SignInProvider
  /** Our own address with what the provider has added to it. */
  readonly callback: URL
  readonly attempt: SignInAttempt
  /** What the session cookie holds that came along; that session ends when another begins. */
  readonly earlier: string | null
}

export interface NotSignedIn {
  readonly fault: ProviderFault
  /** For the log. */
  readonly cause?: unknown
}

/**
 * Signs in whoever the provider vouches for. Who it is, is what the provider calls them, and never an address alone: somebody new gets an
 * account without any role, or the one that an administrator made for a verified address to be used so. An account with a password of
 * this server is never taken over.
 */
export async function signInByProvider({ provider, callback, attempt, earlier }: ComingBack): Promise<Begun | NotSignedIn> {
  const provided = await finishAtProvider(provider, callback, attempt)
  if ('fault' in provided) return provided
  return inTransaction(async (session) => {
    const found = await personOf(session, provided)
    return 'fault' in found ? found : begin(session, found, provided, earlier)
  })
}

interface Found {
  readonly person: Person
  /** True when the account that was made for their address has become theirs just now. */
  readonly isLinked: boolean
}

async function personOf(session: Session, provided: ProvidedPerson): Promise<Found | NotSignedIn> {
  const { issuer, subject } = provided
  const known = await findPersonOfProvider(session, issuer, subject)
  if (known !== null) return { person: known, isLinked: false }
  if (await isClosedAtProvider(session, issuer, subject)) return { fault: 'account-closed' }
  const prepared = provided.email === null ? null : await linkPersonToProvider(session, provided.email, { issuer, subject })
  if (prepared !== null) return { person: prepared, isLinked: true }
  const email = provided.email ?? unverifiedAddress(provided)
  const name = nameOf(provided)
  const made = await createPerson(session, {
    email,
    name,
    provider: { issuer, subject },
    password: null,
    isDemo: false,
    createdBy: 'server',
  })
  if (made === null) return { fault: 'address-taken' }
  const record = { action: 'person.created', actor: 'server', repository: null, subject: personIdentity(made) } as const
  await recordAudit(session, { ...record, details: { email, issuer, name } })
  return { person: made, isLinked: false }
}

async function begin(session: Session, { person, isLinked }: Found, provided: ProvidedPerson, earlier: string | null): Promise<Begun> {
  const { issuer, authTime } = provided
  const record = { action: 'session.started', actor: personIdentity(person), repository: null, subject: personIdentity(person) } as const
  const { at } = await recordAudit(session, {
    ...record,
    details: { by: issuer, name: person.name, ...(isLinked ? { linked: true } : {}) },
  })
  if (earlier !== null) await revokeSession(session, sessionHash(earlier))
  const shown = authTime === null || authTime > at ? at : authTime
  return { person, authTime: shown, sessionId: await startSession(session, person.id, shown) }
}

const LONGEST_NAME = 120

function nameOf({ name, email, subject }: ProvidedPerson): string {
  return readableText((name ?? email ?? subject).trim()).slice(0, LONGEST_NAME) || 'Somebody'
}

/** An address that nobody has: an account has one, and what a provider has not verified is none. */
function unverifiedAddress({ issuer, subject }: ProvidedPerson): string {
  return `${createHash('sha256').update(`${issuer} ${subject}`).digest('hex').slice(0, 16)}@unverified.invalid`
}
