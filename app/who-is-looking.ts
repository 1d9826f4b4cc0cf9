import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { asRoute } from '#components/ui/as-route.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import { safeReturnTo } from '#lib/http/return-to.ts'
import { sessionCookieName, sessionIdOf } from '#lib/http/session-cookie.ts'
import type { Person } from '#lib/model/person.ts'
import { identifySession } from '#lib/usecases/identify-session.ts'
import { signInHref } from '#lib/wording/sign-in-href.ts'

export interface Looking {
  /** Null for nobody. */
  readonly person: Person | null
}

/** Who is looking at a page, by the cookie, asked once a request. Throws `Unavailable` when the database does not answer. */
export const whoIsLooking = cache(async (): Promise<Looking> => {
  const value = (await cookies()).get(sessionCookieName())?.value
  const id = value === undefined ? '' : sessionIdOf(value)
  const found = id === '' ? null : await identifySession(id)
  return { person: found?.person ?? null }
})

/**
 * Sends whoever may not read here to the sign-in page, and from there back. What a page shows is asked for after this, and by nobody else:
 * also where only a part of the page is wanted, and its frame is not drawn again.
 */
export async function letOnlyReadersPass(): Promise<void> {
  if (currentSettings().publicRead || (await whoIsLooking()).person !== null) return
  redirect(asRoute(signInHref({ returnTo: safeReturnTo((await headers()).get(ASKED_PATH)) })))
}

/** The header in which `proxy.ts` says which page was asked for. A browser could say something else: it is only ever a path of ours. */
const ASKED_PATH = 'x-lanekeeper-path'
