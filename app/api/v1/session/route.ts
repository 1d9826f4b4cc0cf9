import { endpoint } from '#app/api/endpoint.ts'
import { sessionAnswer, signedIn } from '#app/api/session-answer.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ANONYMOUS } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { endedSessionCookie, readSessionCookie, sessionCookie } from '#lib/http/session-cookie.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { signOut } from '#lib/usecases/identify-session.ts'
import { signIn } from '#lib/usecases/sign-in.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.readSession, async ({ caller }) => answerJson(200, sessionAnswer(caller, new Date()))),
  endpoint(ENDPOINTS.signIn, async ({ body, headers }) => {
    const begun = await signIn({ ...body, earlier: readSessionCookie(headers.get('cookie')) })
    if (isRefusal(begun)) return begun
    const answer = sessionAnswer(signedIn(begun.person, begun.authTime), begun.authTime)
    return answerJson(200, answer, { 'set-cookie': sessionCookie(begun.sessionId) })
  }),
  endpoint(ENDPOINTS.signOut, async ({ headers }) => {
    await signOut(readSessionCookie(headers.get('cookie')))
    return answerJson(200, sessionAnswer(ANONYMOUS, new Date()), { 'set-cookie': endedSessionCookie() })
  }),
)
