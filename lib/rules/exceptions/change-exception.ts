import {
  currentVersion,
  type Exception,
  type ExceptionApproval,
  type ExceptionDecision,
  type ExceptionDecisionKind,
  type ExceptionEnding,
  type ExceptionRequest,
} from '#lib/model/exception.ts'
import type { ExceptionCase } from '#lib/model/exception-case.ts'
import type { Person } from '#lib/model/person.ts'
import { boundHash } from './request-hash.ts'
import { approvalProgress } from './standing-approvals.ts'
import { decidingRoles } from './why-not-decide.ts'

/** An exception with one more decision, which `whyNotDecide` has allowed: the last approval approves it, a reject ends it. */
export function decideException(
  exceptionCase: ExceptionCase,
  person: Person,
  { decision, reason }: { readonly decision: ExceptionDecisionKind; readonly reason: string },
  at: Date,
): Exception {
  const { exception, evidence } = exceptionCase
  const { id, email, name } = person
  const roles = decidingRoles(exceptionCase, person, decision, at)
  const decided: ExceptionDecision = {
    by: { id, email, name },
    decision,
    roles,
    reason,
    bound: boundHash(currentVersion(exception), evidence),
    at,
  }
  const decisions = [...exception.decisions, decided]
  if (decision === 'reject') return { ...exception, decisions, state: 'rejected', ending: { at, by: `person:${id}`, reason } }
  const { open, standing } = approvalProgress({ ...exceptionCase, exception: { ...exception, decisions } })
  if (open.length > 0) return { ...exception, decisions }
  const approval: ExceptionApproval = {
    at,
    places: standing.map(({ place, decision: { by } }) => ({ place, by })),
    seen: evidence,
  }
  return { ...exception, decisions, state: 'approved', approval }
}

/** The same with other words: every approval so far is bound to the earlier ones, and counts no more. */
export function editException(exception: Exception, person: Person, request: ExceptionRequest, at: Date): Exception {
  const { id, email, name } = person
  const version = currentVersion(exception).version + 1
  return { ...exception, versions: [...exception.versions, { version, request, by: { id, email, name }, at }] }
}

/** The same, ended. */
export function endException(exception: Exception, state: 'withdrawn' | 'revoked' | 'expired', ending: ExceptionEnding): Exception {
  return { ...exception, state, ending }
}

/** A request as it is first made. */
export function openException(id: string, person: Person, request: ExceptionRequest, at: Date): Exception {
  const { email, name } = person
  return {
    id,
    sequence: 0,
    state: 'requested',
    versions: [{ version: 1, request, by: { id: person.id, email, name }, at }],
    decisions: [],
    approval: null,
    ending: null,
  }
}
