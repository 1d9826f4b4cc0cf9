import { endpoint } from '#app/api/endpoint.ts'
import { answerElsewhere } from '#lib/http/answer.ts'
import { attemptCookie } from '#lib/http/attempt-cookie.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { log } from '#lib/http/log.ts'
import { providerCallback } from '#lib/http/provider-callback.ts'
import { safeReturnTo } from '#lib/http/return-to.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { shortReason } from '#lib/http/short-reason.ts'
import { beginAtProvider } from '#lib/outside/sign-in-provider.ts'
import { signInHref } from '#lib/wording/sign-in-href.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.beginAtProvider, async ({ query }) => {
    const returnTo = safeReturnTo(query.returnTo)
    const { oidc } = currentSettings()
    if (oidc === null) return answerElsewhere(signInHref({ returnTo, fault: 'provider-absent' }))
    const begun = await beginAtProvider(oidc, providerCallback().href)
    if ('fault' in begun) {
      log.warn({ reason: shortReason(begun.cause) }, 'the sign-in provider does not answer')
      return answerElsewhere(signInHref({ returnTo, fault: begun.fault }))
    }
    return answerElsewhere(begun.url, { 'set-cookie': attemptCookie({ ...begun.attempt, returnTo }) })
  }),
)
