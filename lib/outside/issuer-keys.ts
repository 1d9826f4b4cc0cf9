import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { Unavailable } from '#lib/model/unavailable.ts'
import { fetchJson } from './fetch-json.ts'

/** Finds the key that a token names among those of one issuer. */
export type IssuerKeys = JWTVerifyGetKey

/** How long the keys of an issuer that is away still count: its outage must not lose evidence. */
const STALE_FOR_MS = 24 * 60 * 60 * 1000
/** How long keys count without being asked for again. */
const FRESH_FOR_MS = 10 * 60 * 1000
/** Keys that are not known are not asked for more often than this, however many tokens name them. */
const COOLDOWN_MS = 30_000

/**
 * The keys of an issuer, asked for when they are needed: at `jwks`, or where the issuer's own configuration says. Once known they count for
 * a day while the issuer is away; with none known and none to be had it throws `Unavailable`.
 */
export function issuerKeys(issuer: string, jwks: string | null): IssuerKeys {
  let kept: { readonly body: string; readonly at: number } | null = null
  let keys: JWTVerifyGetKey | null = null

  async function fetchKeys(url: string): Promise<Response> {
    try {
      const body = JSON.stringify(await fetchJson(url))
      kept = { body, at: Date.now() }
      return new Response(body)
    } catch (cause) {
      if (kept !== null && Date.now() - kept.at < STALE_FOR_MS) return new Response(kept.body)
      throw new Unavailable(`the keys of ${issuer} cannot be fetched`, { cause, reason: 'issuer-unavailable' })
    }
  }

  return async (header, token) => {
    if (keys === null) {
      const url = new URL(jwks ?? (await keysAddress(issuer)))
      keys = createRemoteJWKSet(url, { [customFetch]: fetchKeys, cacheMaxAge: FRESH_FOR_MS, cooldownDuration: COOLDOWN_MS })
    }
    return keys(header, token)
  }
}

/** What OpenID Connect Discovery says of where an issuer's keys are; only the issuer's own word counts. */
async function keysAddress(issuer: string): Promise<string> {
  try {
    const found = Object(await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`))
    const address: unknown = found.jwks_uri
    if (found.issuer !== issuer || typeof address !== 'string') throw new Error('it answers for another issuer, or names no keys')
    if (new URL(address).protocol !== new URL(issuer).protocol) throw new Error('it names keys at an address of another scheme')
    return address
  } catch (cause) {
    throw new Unavailable(`the configuration of ${issuer} cannot be fetched`, { cause, reason: 'issuer-unavailable' })
  }
}
