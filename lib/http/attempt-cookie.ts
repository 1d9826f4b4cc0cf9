import { z } from 'zod'
import { isSecure } from './session-cookie.ts'

/** Ten minutes, in seconds, to sign in at the provider. */
const LONGEST = 10 * 60

/** What a browser keeps while its person is at the sign-in provider. Nothing in it is believed: it is only held against what comes back. */
const attempt = z.strictObject({
  state: z.string().min(20).max(100),
  nonce: z.string().min(20).max(100),
  verifier: z.string().min(43).max(128),
  returnTo: z.string().max(2000),
})

export type AttemptKept = z.infer<typeof attempt>

function cookieName(): string {
  return isSecure() ? '__Host-lanekeeper-oidc' : 'lanekeeper-oidc'
}

/** The `Set-Cookie` by which a browser keeps an attempt. */
export function attemptCookie(kept: AttemptKept): string {
  return cookie(Buffer.from(JSON.stringify(kept)).toString('base64url'), LONGEST)
}

/** The `Set-Cookie` by which it forgets it: an attempt is good once. */
export function endedAttemptCookie(): string {
  return cookie('', 0)
}

function cookie(value: string, maxAge: number): string {
  return `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${isSecure() ? '; Secure' : ''}`
}

/** The attempt that a browser kept; null without one, or when it is none of ours. */
export function readAttemptCookie(header: string | null): AttemptKept | null {
  const prefix = `${cookieName()}=`
  const found = (header ?? '').split(';').find((pair) => pair.trim().startsWith(prefix))
  if (found === undefined) return null
  try {
    const read = attempt.safeParse(JSON.parse(Buffer.from(found.trim().slice(prefix.length), 'base64url').toString('utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
