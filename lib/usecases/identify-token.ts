import { findToken, type KnownToken } from '#lib/store/api-tokens.ts'
import { ask } from '#lib/store/session.ts'

/** The machine identity behind a token's SHA-256 (hex); null when it is unknown or expired. */
export async function identifyToken(sha256: string): Promise<KnownToken | null> {
  return ask((session) => findToken(session, sha256))
}
