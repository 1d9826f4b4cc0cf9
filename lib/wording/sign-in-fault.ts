import { count } from './count.ts'

/**
 * Why nobody was signed in, by the code of the refusal and for how many seconds no password is looked at; null for a code that is not one
 * of ours: an address can say anything.
 */
export function signInFault(code: string | null, wait: number): string | null {
  if (code === 'sign-in-refused') return 'The address or the password is wrong. Check both; the password is case-sensitive.'
  if (code !== 'too-many-attempts') return null
  const minutes = Number.isFinite(wait) ? Math.min(Math.max(Math.ceil(wait / 60), 1), 15) : 15
  return `Too many wrong passwords were given. Try again in ${count(minutes, 'minute')}: nothing that is sent before is looked at.`
}
