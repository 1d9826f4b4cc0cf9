import { createHash, randomBytes } from 'node:crypto'
import type { Session } from '#lib/store/database.ts'
import { keepSession } from '#lib/store/person-sessions.ts'

/**
 * Begins a session of somebody who has just shown who they are, at `authTime`: here, or at a sign-in provider. Answers what the cookie
 * holds: 256 random bits in base64url, of which only the hash is kept. In the transaction of the session.
 */
export async function startSession(session: Session, personId: string, authTime: Date): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  await keepSession(session, { sha256: sessionHash(id), personId, authTime })
  return id
}

/** What a session is known by in the database: the SHA-256, in hex, of what its cookie holds. */
export function sessionHash(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}
