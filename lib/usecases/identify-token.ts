import { findToken, type KnownToken } from '#lib/store/api-tokens.ts'
import { ask } from '#lib/store/session.ts'
import { askTogether } from './ask-together.ts'

const findTogether = askTogether((sha256: string) => ask((session) => findToken(session, sha256)))

/** The machine identity behind a token's SHA-256 (hex); null when it is unknown or expired. */
export async function identifyToken(sha256: string): Promise<KnownToken | null> {
  return findTogether(sha256)
}
