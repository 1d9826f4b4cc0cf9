import type { Refusal, RefusalCode } from '#lib/model/refusal.ts'

/** What is wrong with a request before anybody decides about it. Stable: clients switch on these. */
export const REQUEST_FAULT_CODES = [
  'invalid-json',
  'invalid-parameter',
  'unknown-parameter',
  'invalid-idempotency-key',
  'unauthenticated',
  'forbidden',
  'foreign-origin',
  'endpoint-unknown',
  'method-not-allowed',
  'body-too-large',
  'unsupported-media-type',
  'invalid-body',
  'internal-error',
  'database-unavailable',
  'issuer-unavailable',
  'server-busy',
  'audit-rollback',
] as const

export type ProblemCode = RefusalCode | (typeof REQUEST_FAULT_CODES)[number]

export interface FieldFault {
  readonly path: string
  readonly message: string
}

export interface Problem {
  readonly code: ProblemCode
  readonly detail: string
  readonly errors?: readonly FieldFault[]
  readonly unmet?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

export const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  'sign-in-refused': { status: 401, title: 'Not signed in' },
  'too-many-attempts': { status: 429, title: 'Too many wrong passwords' },
  'person-unknown': { status: 404, title: 'No such person' },
  'person-exists': { status: 409, title: 'The address has an account' },
  'role-held': { status: 409, title: 'They have the role already' },
  'role-not-held': { status: 409, title: 'They do not have the role' },
  'role-refused': { status: 403, title: 'Not a role to give or take' },
  'exception-unknown': { status: 404, title: 'No such exception' },
  'exception-invalid': { status: 422, title: 'Not an exception that can be asked for' },
  'exception-forbidden': { status: 403, title: 'Not for you to do' },
  'exception-conflict': { status: 409, title: 'Not as things stand' },
  'invalid-json': { status: 400, title: 'The body is not JSON' },
  'invalid-parameter': { status: 400, title: 'A parameter is wrong' },
  'unknown-parameter': { status: 400, title: 'Unknown query parameter' },
  'invalid-idempotency-key': { status: 400, title: 'The Idempotency-Key is wrong' },
  unauthenticated: { status: 401, title: 'Who is asking?' },
  forbidden: { status: 403, title: 'Not allowed' },
  'foreign-origin': { status: 403, title: 'Sent from a page of another site' },
  'not-authorised': { status: 403, title: 'Not within what this token may do' },
  'content-mismatch': { status: 403, title: 'Not what this job runs on' },
  'endpoint-unknown': { status: 404, title: 'No such endpoint' },
  'no-model': { status: 404, title: 'No model yet' },
  'repository-unknown': { status: 404, title: 'Unknown repository' },
  'plan-unknown': { status: 404, title: 'No such plan' },
  'domain-unknown': { status: 404, title: 'No such domain' },
  'checkpoint-absent': { status: 404, title: 'No checkpoint yet' },
  'promotion-unknown': { status: 404, title: 'No such promotion' },
  'evidence-unknown': { status: 404, title: 'No such evidence' },
  'run-unknown': { status: 404, title: 'No such run' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'idempotency-conflict': { status: 409, title: 'The Idempotency-Key was used for another request' },
  'evidence-failing': { status: 409, title: 'Failing evidence cannot be revoked' },
  'packet-impossible': { status: 409, title: 'No release packet can be made of this promotion' },
  'not-eligible': { status: 409, title: 'The domain is not eligible for independent promotion' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'Only JSON is read' },
  'invalid-body': { status: 422, title: 'The body is not what this endpoint takes' },
  'repository-required': { status: 422, title: 'Which repository?' },
  'repository-mismatch': { status: 422, title: 'The model is of another repository' },
  'invalid-diff': { status: 422, title: 'The diff cannot be read' },
  'profile-unknown': { status: 422, title: 'Unknown release profile' },
  'gate-unknown': { status: 422, title: 'Unknown gate' },
  'run-mismatch': { status: 422, title: 'Not a run of this content' },
  'supersedes-unknown': { status: 422, title: 'Not evidence that this can supersede' },
  'invalid-findings': { status: 422, title: 'The findings cannot be read' },
  'internal-error': { status: 500, title: 'The server failed' },
  'database-unavailable': { status: 503, title: 'The database does not answer' },
  'issuer-unavailable': { status: 503, title: 'An issuer of identities does not answer' },
  'server-busy': { status: 503, title: 'Too much is being worked on' },
  'audit-rollback': { status: 503, title: 'The history is not the one that was signed for' },
}

/** A refusal as the problem it is answered with. */
export function problemOf(refusal: Refusal): Problem {
  const { refused: code, detail, errors, unmet, retryAfter } = refusal
  const headers = retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } }
  return { code, detail, ...(errors === undefined ? {} : { errors }), ...(unmet === undefined ? {} : { unmet }), ...headers }
}

/** An `application/problem+json` answer (RFC 9457); `instance` names the request in the server's log. */
export function answerProblem(problem: Problem, requestId: string): Response {
  const { status, title } = PROBLEMS[problem.code]
  const document = {
    type: `urn:lanekeeper:problem:${problem.code}`,
    title,
    status,
    detail: problem.detail,
    code: problem.code,
    instance: `urn:uuid:${requestId}`,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
    ...(problem.unmet === undefined ? {} : { unmet: problem.unmet }),
  }
  return new Response(`${JSON.stringify(document)}\n`, {
    status,
    headers: { 'content-type': 'application/problem+json', ...problem.headers },
  })
}
