import { currentVersion, type ExceptionDecision, type ExceptionDecisionKind } from '#lib/model/exception.ts'
import type { ExceptionCase } from '#lib/model/exception-case.ts'
import { hasRole, isSamePerson, type Person } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import { countingRoles, VETO_ROLES } from './counting-roles.ts'
import { whyExcluded } from './excluded-people.ts'
import { boundHash } from './request-hash.ts'
import { sayPlaces, sayRoles } from './say-role.ts'
import { approvalProgress } from './standing-approvals.ts'
import { notNow, notYours, type WhyNot } from './why-not.ts'
import { whyNotOpen } from './why-not-open.ts'

/**
 * The sentence why a person cannot decide about an exception now, or null. `bound` is the hash of what they were shown, where they say so:
 * nobody decides about other words, or other evidence, than they have read. What a button, `mayDecide` and the API say is said here.
 */
export function whyNotDecide(
  exceptionCase: ExceptionCase,
  person: Person,
  decision: ExceptionDecisionKind,
  now: Date,
  bound: string | null = null,
): WhyNot | null {
  return (
    whyNotOpen(exceptionCase.exception, 'decided', now) ??
    (decision === 'approve' ? whyNotTheirs(exceptionCase, person) : whyNotTheirNo(exceptionCase, person)) ??
    whyNotByRole(exceptionCase, person, decision, now) ??
    whyNotWhatWasShown(exceptionCase, bound) ??
    (decision === 'approve' ? (whyNotFailed(exceptionCase) ?? whyNotOneMore(exceptionCase, person, now)) : null)
  )
}

/** The roles by which a person decides: of those that are needed, and of those that may always say no. */
export function decidingRoles(
  { exception, reviews, ...rest }: ExceptionCase,
  person: Person,
  decision: ExceptionDecisionKind,
  now: Date,
): readonly Role[] {
  const { needed } = approvalProgress({ exception, reviews, ...rest })
  return countingRoles(
    person,
    rolesFor(
      needed.map(({ role }) => role),
      decision,
    ),
    currentVersion(exception).request.domain,
    now,
  )
}

function rolesFor(needed: readonly Role[], decision: ExceptionDecisionKind): readonly Role[] {
  return decision === 'approve' ? needed : [...new Set([...VETO_ROLES, ...needed])]
}

function whyNotTheirs({ exception, authors }: ExceptionCase, person: Person): WhyNot | null {
  const why = whyExcluded({ versions: exception.versions, authors }, person)
  return why === null ? null : notYours(why)
}

/** Whoever worded a request withdraws it instead; whoever recorded the evidence may well say no. */
function whyNotTheirNo({ exception }: ExceptionCase, person: Person): WhyNot | null {
  if (!exception.versions.some(({ by }) => isSamePerson(by, person))) return null
  return notYours('You worded this request: whoever asked can withdraw it, and somebody else must decide.')
}

function whyNotByRole(exceptionCase: ExceptionCase, person: Person, decision: ExceptionDecisionKind, now: Date): WhyNot | null {
  const { domain } = currentVersion(exceptionCase.exception).request
  const { needed } = approvalProgress(exceptionCase)
  const roles = rolesFor(
    needed.map(({ role }) => role),
    decision,
  )
  if (countingRoles(person, roles, domain, now).length > 0) return null
  const young = roles.filter((role) => hasRole(person, role, domain))
  if (young.length > 0) {
    return notYours(`Your role as ${sayRoles(young)} is younger than 24 hours: it does not count for an approval until it is a day old.`)
  }
  return notYours(
    decision === 'approve'
      ? `This needs the approval of ${sayPlaces(needed)}, and you are none of them here.`
      : `Only ${sayRoles(roles)} for ${domain} can reject this, and you are none of them here.`,
  )
}

function whyNotWhatWasShown({ exception, evidence }: ExceptionCase, bound: string | null): WhyNot | null {
  if (bound === null || bound === boundHash(currentVersion(exception), evidence)) return null
  return notNow('The request was edited, or its evidence has changed, since you looked at it. Read it as it is now, then decide.')
}

/** A global contract gate may have failed since the exception was asked for. */
function whyNotFailed({ failedGlobals: [failed] }: ExceptionCase): WhyNot | null {
  if (failed === undefined) return null
  return notNow(`${failed} has failed on this content, and a global contract gate that failed cannot be excepted.`)
}

/** An approval that fills no further place is none: each place is one person's. */
function whyNotOneMore(exceptionCase: ExceptionCase, person: Person, now: Date): WhyNot | null {
  const progress = approvalProgress(exceptionCase)
  const own = progress.standing.find(({ decision }) => isSamePerson(decision.by, person))
  if (own !== undefined) {
    return own.decision.by.id === person.id
      ? notNow(`You have approved this already. Still needed: ${sayPlaces(progress.open)}.`)
      : notYours(`Your account counts as the same person as ${own.decision.by.name}, who has approved this already.`)
  }
  const joining = decisionOf(exceptionCase, person, now)
  if (approvalProgress(exceptionCase, [joining]).open.length < progress.open.length) return null
  return notNow(`The approval that you could give is there. Still needed: ${sayPlaces(progress.open)}.`)
}

/** What the person's approval would be. */
function decisionOf(exceptionCase: ExceptionCase, person: Person, at: Date): ExceptionDecision {
  const { id, email, name } = person
  const bound = boundHash(currentVersion(exceptionCase.exception), exceptionCase.evidence)
  return { by: { id, email, name }, decision: 'approve', roles: decidingRoles(exceptionCase, person, 'approve', at), reason: '', bound, at }
}
