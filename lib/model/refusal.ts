/** Every way in which a well-formed request can be told no. Stable: clients switch on these. */
export const REFUSAL_CODES = [
  'no-model',
  'repository-required',
  'repository-unknown',
  'repository-mismatch',
  'plan-unknown',
  'invalid-diff',
  'profile-unknown',
  'domain-unknown',
  'gate-unknown',
  'evidence-unknown',
  'run-unknown',
  'promotion-unknown',
  'checkpoint-absent',
  'packet-impossible',
  'evidence-failing',
  'run-mismatch',
  'supersedes-unknown',
  'invalid-findings',
  'not-authorised',
  'content-mismatch',
  'not-eligible',
  'idempotency-conflict',
  'sign-in-refused',
  'too-many-attempts',
  'person-unknown',
  'person-exists',
  'role-held',
  'role-not-held',
  'role-refused',
  'exception-unknown',
  'exception-invalid',
  'exception-forbidden',
  'exception-conflict',
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** A no with its reason: what was asked is understood, and is not done. `errors` names the parts of the request at fault. */
export interface Refusal {
  readonly refused: RefusalCode
  readonly detail: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
  /** For a promotion: the items of independent promotion that are not met. */
  readonly unmet?: readonly string[]
  /** After how many seconds the same may be asked again. */
  readonly retryAfter?: number
}

/** True when an answer is a refusal. */
export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer
}
