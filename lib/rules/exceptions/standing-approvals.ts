import { currentVersion, type ExceptionDecision, type NeededApproval } from '#lib/model/exception.ts'
import type { ExceptionCase } from '#lib/model/exception-case.ts'
import { isSamePerson } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import { countingRoles } from './counting-roles.ts'
import { whyExcluded } from './excluded-people.ts'
import { fillPlaces } from './fill-places.ts'
import { neededApprovals } from './needed-approvals.ts'
import { boundHash } from './request-hash.ts'

/** An approval that counts, with the place it fills. */
export interface StandingApproval {
  readonly decision: ExceptionDecision
  readonly place: NeededApproval
}

/** How far a request has come: what it needs, and which approvals fill which place of it. */
export interface ApprovalProgress {
  readonly needed: readonly NeededApproval[]
  readonly standing: readonly StandingApproval[]
  /** The places that nobody fills yet. */
  readonly open: readonly NeededApproval[]
}

/**
 * The approvals that count now: bound to the request as it is worded and to the evidence as it is, by nobody who is excluded, from each
 * person once, and by a role that the approver had then, for long enough, and still has without a break. As many places as possible are filled.
 */
export function approvalProgress(exceptionCase: ExceptionCase, joining: readonly ExceptionDecision[] = []): ApprovalProgress {
  const { exception, reviews, people, evidence } = exceptionCase
  const version = currentVersion(exception)
  const needed = neededApprovals(version.request, reviews)
  const bound = boundHash(version, evidence)
  const counted: { readonly decision: ExceptionDecision; readonly roles: readonly Role[] }[] = []
  for (const decision of [...exception.decisions, ...joining]) {
    const { by } = decision
    if (decision.decision !== 'approve' || decision.bound !== bound) continue
    if (whyExcluded({ versions: exception.versions, authors: exceptionCase.authors }, by) !== null) continue
    if (counted.some((other) => isSamePerson(other.decision.by, by))) continue
    const person = people.find(({ id }) => id === by.id)
    const roles = person === undefined ? [] : countingRoles(person, decision.roles, version.request.domain, decision.at)
    counted.push({ decision, roles })
  }
  const filled = fillPlaces(
    needed.map(({ role }) => role),
    counted,
  )
  return {
    needed,
    standing: counted.flatMap(({ decision }, at) => {
      const place = needed[filled[at] ?? -1]
      return place === undefined ? [] : [{ decision, place }]
    }),
    open: needed.filter((_, place) => !filled.includes(place)),
  }
}
