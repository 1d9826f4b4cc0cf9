import { currentSettings } from './current-settings.ts'

/** So many characters are 256 bits in base64url. */
const SESSION_ID = /^[\w-]{43}$/

/** Twelve hours, in seconds: the server ends every session by then. */
const LONGEST = 12 * 60 * 60

/** What the session cookie is called: over https with the prefix by which browsers let no other host and no script set it. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-lanekeeper' : 'lanekeeper'
}

/** What the session cookie holds; null without one. What cannot be an id of ours is one that nobody has. */
export function readSessionCookie(header: string | null): string | null {
  const name = sessionCookieName()
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return sessionIdOf(pair.slice(at + 1).trim())
  }
  return null
}

/** What a cookie holds as an id of ours; the empty text, which is nobody's, when it cannot be one. */
export function sessionIdOf(value: string): string {
  return SESSION_ID.test(value) ? value : ''
}

/** The `Set-Cookie` that lets a browser keep a session. */
export function sessionCookie(id: string): string {
  return `${sessionCookieName()}=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LONGEST}${isSecure() ? '; Secure' : ''}`
}

/** The `Set-Cookie` that lets a browser forget it. */
export function endedSessionCookie(): string {
  return `${sessionCookieName()}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${isSecure() ? '; Secure' : ''}`
}

/** True when browsers reach us over https: then cookies are for https only. */
export function isSecure(): boolean {
  return currentSettings().publicUrl.startsWith('https:')
}
