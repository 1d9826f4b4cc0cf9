/** Address of the page on which people sign in. */
export const SIGN_IN_HREF = '/sign-in'

/** Where the form of that page goes. */
export const SIGN_IN_ACTION = '/sign-in/form'

/** Where the link to the sign-in provider goes, and where the provider sends people back to. */
export const SIGN_IN_PROVIDER = '/sign-in/oidc'
export const SIGN_IN_CALLBACK = '/sign-in/oidc/callback'

/** Where the sign-out button goes. */
export const SIGN_OUT_ACTION = '/sign-out'

/** Address of the people and their roles. */
export const PEOPLE_HREF = '/settings/people'

export interface SignInState {
  /** A page of ours, to go back to. */
  readonly returnTo?: string
  /** Why nobody was signed in: the code of the refusal. */
  readonly fault?: string
  /** For how many seconds no password is looked at. */
  readonly wait?: number | null
}

/** Address of the sign-in page, with where to go afterwards. */
export function signInHref({ returnTo = '/', fault, wait = null }: SignInState = {}): string {
  const query = new URLSearchParams()
  if (returnTo !== '/') query.set('returnTo', returnTo)
  if (fault !== undefined) query.set('fault', fault)
  if (wait !== null) query.set('wait', String(wait))
  return query.size === 0 ? SIGN_IN_HREF : `${SIGN_IN_HREF}?${query}`
}
