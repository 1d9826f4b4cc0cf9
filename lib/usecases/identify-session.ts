import type { Person } from '#lib/model/person.ts'
import { findPerson } from '#lib/store/people.ts'
import { findSession, revokeSession } from '#lib/store/person-sessions.ts'
import { ask } from '#lib/store/session.ts'
import { sessionHash } from './start-session.ts'

export interface SignedIn {
  readonly person: Person
  /** When they have shown who they are. */
  readonly authTime: Date
}

/** Who is signed in by a cookie that holds this, with the roles they have now; null when that session has ended or there is none. */
export async function identifySession(id: string): Promise<SignedIn | null> {
  return ask(async (session) => {
    const known = await findSession(session, sessionHash(id))
    if (known === null) return null
    const person = await findPerson(session, known.personId)
    return person === null ? null : { person, authTime: known.authTime }
  })
}

/** Ends the session of a cookie that holds this, if there is one: it is nobody's from now on, wherever it is kept. */
export async function signOut(id: string | null): Promise<void> {
  if (id !== null) await ask((session) => revokeSession(session, sessionHash(id)))
}
