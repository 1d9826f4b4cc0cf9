import { endpoint } from '#app/api/endpoint.ts'
import { answerElsewhere } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { endedSessionCookie, readSessionCookie } from '#lib/http/session-cookie.ts'
import { signOut } from '#lib/usecases/identify-session.ts'
import { signInHref } from '#lib/wording/sign-in-href.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.signOutByForm, async ({ headers }) => {
    await signOut(readSessionCookie(headers.get('cookie')))
    return answerElsewhere(signInHref(), { 'set-cookie': endedSessionCookie() })
  }),
)
