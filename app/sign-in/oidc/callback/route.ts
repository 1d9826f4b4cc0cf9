import { endpoint } from '#app/api/endpoint.ts'
import { answerElsewhere } from '#lib/http/answer.ts'
import { endedAttemptCookie, readAttemptCookie } from '#lib/http/attempt-cookie.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { log } from '#lib/http/log.ts'
import { orBackToSignIn } from '#lib/http/or-back-to-sign-in.ts'
import { providerCallback } from '#lib/http/provider-callback.ts'
import { safeReturnTo } from '#lib/http/return-to.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readSessionCookie, sessionCookie } from '#lib/http/session-cookie.ts'
import { shortReason } from '#lib/http/short-reason.ts'
import type { ProviderFault } from '#lib/model/provider-fault.ts'
import { signInByProvider } from '#lib/usecases/sign-in-by-provider.ts'
import { signInHref } from '#lib/wording/sign-in-href.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.finishAtProvider, async ({ query, headers }) => {
    const cookies = headers.get('cookie')
    const kept = readAttemptCookie(cookies)
    const returnTo = safeReturnTo(kept?.returnTo)
    const { oidc } = currentSettings()
    if (oidc === null) return notSignedIn('provider-absent', returnTo)
    // Without the attempt this browser has begun nothing: somebody else may have sent it here.
    if (kept === null || query.state !== kept.state) return notSignedIn('sign-in-not-begun', returnTo)
    const answer = await orBackToSignIn(returnTo, async () => {
      const begun = await signInByProvider({
        provider: oidc,
        callback: providerCallback(query),
        attempt: kept,
        earlier: readSessionCookie(cookies),
      })
      if (!('fault' in begun)) return answerElsewhere(returnTo, { 'set-cookie': sessionCookie(begun.sessionId) })
      log.warn({ reason: shortReason(begun.cause), fault: begun.fault }, 'nobody was signed in by the sign-in provider')
      return answerElsewhere(signInHref({ returnTo, fault: begun.fault }))
    })
    return withoutAttempt(answer)
  }),
)

/** Whoever is signed in already stays it. */
function notSignedIn(fault: ProviderFault, returnTo: string): Response {
  return withoutAttempt(answerElsewhere(signInHref({ returnTo, fault })))
}

function withoutAttempt(answer: Response): Response {
  answer.headers.append('set-cookie', endedAttemptCookie())
  return answer
}
