import { findToken, type KnownToken } from '#lib/store/api-tokens.ts'
import { ask } from '#lib/store/session.ts'
import { askTogether } from './ask-together.ts'
import { identifyJob, type KnownJob, type RefusedJob } from './ci-identities.ts'

const findTogether = askTogether((sha256: string) => ask((session) => findToken(session, sha256)))

/**
 * The machine identity behind a token: the one that it was handed out to, by its SHA-256 (hex), or the CI job that it is an identity token
 * of. Null when it is unknown or expired.
 */
export async function identifyToken(sha256: string, token: string): Promise<KnownToken | KnownJob | RefusedJob | null> {
  return (await findTogether(sha256)) ?? identifyJob(token)
}
