import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import { currentVersion, type ExceptionDecision, type NeededApproval } from '#lib/model/exception.ts'
import type { ExceptionCase } from '#lib/model/exception-case.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { isSamePerson, ONLY_PEOPLE, type Person, personIdentity } from '#lib/model/person.ts'
import { effectiveState } from '#lib/rules/exceptions/effective-state.ts'
import { boundHash } from '#lib/rules/exceptions/request-hash.ts'
import { type ApprovalProgress, approvalProgress } from '#lib/rules/exceptions/standing-approvals.ts'
import type { WhyNot } from '#lib/rules/exceptions/why-not.ts'
import { whyNotDecide } from '#lib/rules/exceptions/why-not-decide.ts'
import { whyNotEdit } from '#lib/rules/exceptions/why-not-request.ts'
import { whyNotRevoke, whyNotWithdraw } from '#lib/rules/exceptions/why-not-withdraw.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import { exceptionsInForce } from '#lib/rules/release/judge-reviews.ts'
import { contentValue } from './content-value.ts'
import type { LoadedException } from './exception-case.ts'

/** For whom, and of which moment, an exception is shown. */
export interface ShownTo {
  readonly model: OperatingModel
  /** Null for whoever is not signed in. */
  readonly person: Person | null
  readonly now: Date
}

/** An exception as it is answered: what is asked for, how far it has come, and what whoever asks may do about it. */
export function exceptionDocument({ exceptionCase, facts }: LoadedException, shown: ShownTo) {
  const { exception, evidence } = exceptionCase
  const { model, person, now } = shown
  const { version, request } = currentVersion(exception)
  const [first] = exception.versions
  const progress = approvalProgress(exceptionCase)
  const state = effectiveState(exception, now)
  const may = (why: (who: Person) => WhyNot | null) => mayDo(person, why)
  return {
    id: exception.id,
    state,
    requestedBy: first === undefined ? '' : personIdentity(first.by),
    requestedByName: first?.by.name ?? '',
    requestedAt: first?.at.toISOString() ?? '',
    gates: request.gates,
    domain: request.domain,
    content: contentValue(request.content),
    reason: request.reason,
    risk: request.risk,
    control: request.control,
    expiresAt: request.expiresAt.toISOString(),
    version,
    hash: boundHash({ version, request }, evidence),
    needed: exception.approval === null ? progress.needed : exception.approval.places.map(({ place }) => place),
    open: state === 'requested' ? progress.open : [],
    decisions: exception.decisions.map((decision) => decisionDocument(decision, exceptionCase, progress)),
    mayDecide: may((who) => whyNotDecide(exceptionCase, who, 'approve', now)),
    mayReject: may((who) => whyNotDecide(exceptionCase, who, 'reject', now)),
    mayEdit: may((who) => whyNotEdit(exception, who, now)),
    mayWithdraw: may((who) => whyNotWithdraw(exception, who, now)),
    mayRevoke: may((who) => whyNotRevoke(exception, who, now)),
    approvedAt: exception.approval?.at.toISOString() ?? null,
    ...forceOf(exceptionCase, facts, model, now),
    ending:
      exception.ending === null
        ? null
        : { at: exception.ending.at.toISOString(), by: exception.ending.by, reason: exception.ending.reason },
  }
}

export type ExceptionDocument = ReturnType<typeof exceptionDocument>

function mayDo(person: Person | null, why: (who: Person) => WhyNot | null): { readonly allowed: boolean; readonly why: string | null } {
  if (person === null) return { allowed: false, why: ONLY_PEOPLE }
  const found = why(person)
  return { allowed: found === null, why: found?.why ?? null }
}

function decisionDocument(decision: ExceptionDecision, exceptionCase: ExceptionCase, progress: ApprovalProgress) {
  const { by, reason, at } = decision
  const place = placeTaken(decision, exceptionCase, progress)
  return {
    by: personIdentity(by),
    name: by.name,
    role: place?.role ?? decision.roles[0] ?? 'viewer',
    decision: decision.decision,
    reason,
    at: at.toISOString(),
    /** Whether it counts: an approval of earlier words, or of other evidence, does not. */
    counts: decision.decision === 'reject' || place !== undefined,
  }
}

/** The place that an approval fills, or has filled when the last one came; one of other words or other evidence never did. */
function placeTaken(decision: ExceptionDecision, { exception }: ExceptionCase, { standing }: ApprovalProgress): NeededApproval | undefined {
  const { approval } = exception
  if (approval === null) return standing.find((each) => each.decision === decision)?.place
  if (decision.decision !== 'approve' || decision.bound !== boundHash(currentVersion(exception), approval.seen)) return undefined
  return approval.places.find(({ by }) => isSamePerson(by, decision.by))?.place
}

/** Whether it is in force now for all its gates; where it was approved and is not, why. */
function forceOf(
  { exception }: ExceptionCase,
  facts: CandidateFacts,
  model: OperatingModel,
  now: Date,
): { readonly inForce: boolean; readonly notInForce: string | null } {
  const state = effectiveState(exception, now)
  if (state !== 'approved' || exception.approval === null) return { inForce: false, notInForce: null }
  const { gates, content, risk, expiresAt } = currentVersion(exception).request
  const granted = { id: exception.id, gates, content, risk, expiresAt, approval: exception.approval }
  const only = { ...facts, exceptions: [granted] }
  const candidate = judgeCandidate(model, only, { profile: null, now, gates })
  if (exceptionsInForce(candidate, only).length > 0) return { inForce: true, notInForce: null }
  const why = candidate.gates
    .flatMap(({ reasons }) => reasons)
    .find(({ code, refs }) => code !== 'exception.in-force' && refs.includes(`exception:${exception.id}`))
  return { inForce: false, notInForce: why?.text ?? 'None of its gates is declared any more.' }
}
