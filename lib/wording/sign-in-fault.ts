import { PROVIDER_FAULTS, type ProviderFault } from '#lib/model/provider-fault.ts'
import type { UnavailableReason } from '#lib/model/unavailable.ts'
import { count } from './count.ts'

const OF_PROVIDER: Readonly<Record<ProviderFault, string>> = {
  'provider-absent': 'No sign-in provider is set up here. Sign in with a password; whoever runs the server can name a provider.',
  'provider-unavailable':
    'The sign-in provider does not answer. Try again in a while, or sign in with a password. Whoever is signed in stays so.',
  'provider-refused':
    'The sign-in provider did not say who you are. Try again; if it happens again, whoever runs the server finds why in its log.',
  'sign-in-not-begun': 'This sign-in was not begun in this browser, took longer than ten minutes, or is finished already. Begin again.',
  'address-taken':
    'Your address has another account here, with a password or of another sign-in. Sign in to that one, or ask an administrator.',
  'account-closed': 'Your account here is closed. An administrator can say why.',
}

const OF_SERVER: Readonly<Record<UnavailableReason, string>> = {
  'database-unavailable': 'The database does not answer, so nobody can be signed in. Try again in a while.',
  'issuer-unavailable': 'The sign-in provider does not answer. Try again in a while.',
  'server-busy': 'Too much is being worked on at once. Try again in a while.',
  'audit-rollback':
    'Nothing is recorded at the moment, and a sign-in has to be: the history in the database is not the one that this server has signed for. Whoever runs the server can move it; its log and /readyz say how. Whoever is signed in stays so, and pages can be read.',
}

/**
 * Why nobody was signed in, by the code of the refusal and for how many seconds no password is looked at; null for a code that is not one
 * of ours: an address can say anything.
 */
export function signInFault(code: string | null, wait: number): string | null {
  if (code === 'sign-in-refused') return 'The address or the password is wrong. Check both; the password is case-sensitive.'
  if (code !== null && Object.hasOwn(OF_SERVER, code)) return OF_SERVER[code as UnavailableReason]
  const ofProvider = PROVIDER_FAULTS.find((each) => each === code)
  if (ofProvider !== undefined) return OF_PROVIDER[ofProvider]
  if (code !== 'too-many-attempts') return null
  const minutes = Number.isFinite(wait) ? Math.min(Math.max(Math.ceil(wait / 60), 1), 15) : 15
  return `Too many wrong passwords were given. Try again in ${count(minutes, 'minute')}: nothing that is sent before is looked at.`
}
