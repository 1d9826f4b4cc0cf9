import { endpoint } from '#app/api/endpoint.ts'
import { answerElsewhere } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { orBackToSignIn } from '#lib/http/or-back-to-sign-in.ts'
import { safeReturnTo } from '#lib/http/return-to.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readSessionCookie, sessionCookie } from '#lib/http/session-cookie.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { signIn } from '#lib/usecases/sign-in.ts'
import { signInHref } from '#lib/wording/sign-in-href.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.signInByForm, async ({ body, headers }) => {
    const { email, password } = body
    const returnTo = safeReturnTo(body.returnTo)
    return orBackToSignIn(returnTo, async () => {
      const begun = await signIn({ email, password, earlier: readSessionCookie(headers.get('cookie')) })
      if (isRefusal(begun)) return answerElsewhere(signInHref({ returnTo, fault: begun.refused, wait: begun.retryAfter ?? null }))
      return answerElsewhere(returnTo, { 'set-cookie': sessionCookie(begun.sessionId) })
    })
  }),
)
