import { isUnavailable } from '#lib/model/unavailable.ts'
import { signInHref } from '#lib/wording/sign-in-href.ts'
import { answerElsewhere } from './answer.ts'
import { log } from './log.ts'
import { shortReason } from './short-reason.ts'

/**
 * What a browser is answered that has sent the form of the sign-in page, or comes back from the provider: while nothing can be answered or
 * recorded, the sign-in page with why, in place of a problem document that nobody reads. Nobody is signed in then.
 */
export async function orBackToSignIn(returnTo: string, signIn: () => Promise<Response>): Promise<Response> {
  try {
    return await signIn()
  } catch (error) {
    if (!isUnavailable(error)) throw error
    log.warn({ reason: shortReason(error) }, error.reason)
    return answerElsewhere(signInHref({ returnTo, fault: error.reason }))
  }
}
