import { DEBT_KINDS, type DebtKind } from '#lib/model/debt.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import type { Reason } from '#lib/model/reason.ts'
import type { Overlay, Status } from '#lib/model/status.ts'
import { type JudgedException, judgeExceptions } from '../exceptions/judge-exceptions.ts'
import { boundedReasons } from './bounded-reasons.ts'
import { claimBlocked } from './claims/blocked.ts'
import { claimFailed } from './claims/failed.ts'
import { claimHiddenSkip } from './claims/hidden-skip.ts'
import { claimMissing } from './claims/missing.ts'
import { claimNotApplicable } from './claims/not-applicable.ts'
import { claimOutdated } from './claims/outdated.ts'
import { claimPartial } from './claims/partial.ts'
import { claimPassed } from './claims/passed.ts'
import { claimPassedElsewhere } from './claims/passed-elsewhere.ts'
import { claimPending } from './claims/pending.ts'
import { claimSkipped } from './claims/skipped.ts'
import type { GateFacts } from './gate-facts.ts'
import { reasonOf } from './gate-reason.ts'
import { type GateLook, lookAtGate } from './look-at-gate.ts'

/** What may be claimed of a gate, in order: the first that has a reason is its status (docs/decisions/011). */
const CLAIMS: readonly (readonly [status: Status, claim: (look: GateLook) => readonly Reason[]])[] = [
  ['not-applicable', claimNotApplicable],
  ['failed', claimFailed],
  ['blocked', claimBlocked],
  ['partial', claimPartial],
  ['passed', claimPassed],
  ['skipped', claimSkipped],
  ['missing', claimHiddenSkip],
  ['stale', claimOutdated],
  ['pending', claimPending],
  ['stale', claimPassedElsewhere],
  ['missing', claimMissing],
]

const SATISFIED: readonly Status[] = ['passed', 'skipped', 'not-applicable']

/** Judges one gate on one candidate at a moment, from what was recorded of it and nothing else. */
export function judgeGate(facts: GateFacts, now: Date): JudgedGate {
  const look = lookAtGate(facts, now)
  const { status, reasons } = firstClaim(look)
  const satisfied = SATISFIED.includes(status)
  const exceptions = judgeExceptions(look, facts.exceptions, now)
  const debt = owed(look, status, exceptions)
  return {
    gate: facts.gate.id,
    layer: facts.gate.layer,
    domain: facts.gate.domain,
    status,
    overlays: overlaysOf(look, status, debt, exceptions),
    satisfied,
    reasons: [...boundedReasons(reasons), ...unauthorised(look, status), ...exceptionReasons(exceptions, satisfied)],
    evidence: look.counted.map(({ evidence }) => evidence.id),
    debt,
    exceptions: exceptions.filter(({ inForce }) => inForce).map(({ exception }) => exception.id),
  }
}

function firstClaim(look: GateLook): { readonly status: Status; readonly reasons: readonly Reason[] } {
  for (const [status, claim] of CLAIMS) {
    const reasons = claim(look)
    if (reasons.length > 0) return { status, reasons }
  }
  return { status: 'missing', reasons: claimMissing(look) }
}

/** What evidence has still to repay. A gate that is not needed owes nothing. */
function owed(look: GateLook, status: Status, exceptions: readonly JudgedException[]): readonly DebtKind[] {
  if (status === 'not-applicable') return []
  const kinds: Readonly<Record<DebtKind, boolean>> = {
    'hidden-skip': status === 'missing' && look.hiddenIn.length > 0,
    'refused-skip': look.refusedSkips.length > 0 || look.standing.some(({ says }) => says === 'skipped'),
    partial: look.standing.some(({ says }) => says === 'partial'),
    'expired-exception': !SATISFIED.includes(status) && exceptions.some(({ isPast }) => isPast),
    'expired-debt': look.standing.some(({ expiredDebt }) => expiredDebt),
  }
  return DEBT_KINDS.filter((kind) => kinds[kind])
}

function overlaysOf(look: GateLook, status: Status, debt: readonly DebtKind[], exceptions: readonly JudgedException[]): readonly Overlay[] {
  const excepted = exceptions.some(({ inForce }) => inForce)
  return [
    ...(excepted ? (['excepted'] as const) : []),
    ...(debt.length > 0 ? (['debt'] as const) : []),
    // A skip leans on the pass: when that has grown too old to pass, the failure before it is no less true.
    ...((status === 'passed' || status === 'skipped') && look.answered.length > 0 ? (['flaky'] as const) : []),
  ]
}

/** The newest exceptions tell of themselves; those that are over only while there is still something to except. */
function exceptionReasons(exceptions: readonly JudgedException[], satisfied: boolean): readonly Reason[] {
  return exceptions
    .filter(({ inForce }) => inForce || !satisfied)
    .slice(-MOST_EXCEPTIONS_TOLD)
    .map(({ reason }) => reason)
}

const MOST_EXCEPTIONS_TOLD = 3

/** A pass that does not count is not kept quiet: somebody waits for it to. */
function unauthorised(look: GateLook, status: Status): readonly Reason[] {
  if (SATISFIED.includes(status)) return []
  const { gate } = look.facts
  return look.unauthorised.slice(-1).map(({ id, producer }) =>
    reasonOf(look.facts, {
      code: 'evidence.not-authorised',
      text: `Only ${gate.producers.join(', ')} may show ${gate.id}, and evidence ${id} comes from ${producer.name}: its pass does not count.`,
      refs: [`evidence:${id}`],
      next: { label: `Post it as ${gate.producers.join(' or ')}`, command: null },
    }),
  )
}
