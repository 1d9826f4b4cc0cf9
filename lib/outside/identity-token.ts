import { decodeJwt, errors, jwtVerify } from 'jose'
import type { IssuerKeys } from './issuer-keys.ts'

/** What an identity token must be: of this issuer, signed with one of its keys, made for this audience. */
export interface Expected {
  readonly issuer: string
  readonly audience: string
  readonly keys: IssuerKeys
}

/** The claims of a token that is what was expected, or why it is not. */
export type VerifiedToken = { readonly claims: Readonly<Record<string, unknown>> } | { readonly fault: string }

const OLDEST = '10m'
const CLOCK_TOLERANCE_S = 60

/** The issuer that a token names, which proves nothing yet; null for what is no token. */
export function namedIssuer(token: string): string | null {
  try {
    const { iss } = decodeJwt(token)
    return typeof iss === 'string' ? iss : null
  } catch {
    return null
  }
}

/**
 * Verifies an identity token: RS256 or ES256 with the issuer's own keys (never one that the token brings or names), exactly this issuer and
 * this one audience, made at most ten minutes ago, with a minute for clocks that differ. Throws `Unavailable` when the keys cannot be had.
 */
export async function verifyIdentityToken(token: string, { issuer, audience, keys }: Expected): Promise<VerifiedToken> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256', 'ES256'],
      issuer,
      audience,
      typ: 'JWT',
      maxTokenAge: OLDEST,
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['iss', 'aud', 'iat', 'exp', 'jti'],
    })
    const audiences = [payload.aud].flat()
    return audiences.length === 1 ? { claims: payload } : { fault: 'it is made for other audiences too' }
  } catch (error) {
    if (error instanceof errors.JOSEError) return { fault: FAULTS[error.code] ?? whichClaim(error) }
    throw error
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: 'it is too old',
  ERR_JWKS_NO_MATCHING_KEY: 'its issuer has no such key',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'its signature is not that of its issuer',
  ERR_JOSE_ALG_NOT_ALLOWED: 'it is not signed with RS256 or ES256',
}

function whichClaim(error: errors.JOSEError): string {
  return error instanceof errors.JWTClaimValidationFailed
    ? `its \`${error.claim}\` is missing or not what is expected`
    : 'it cannot be read'
}
