import fc from 'fast-check'
import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import type { CandidateFacts, CandidatePlan, LastPass } from '#lib/model/candidate-facts.ts'
import type { Content } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { GrantedException, RejectedReview } from '#lib/model/exception.ts'
import type { ExtractionPacket } from '#lib/model/extraction-packet.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import { RESIDUAL_RISKS, type SkipWithProof } from '#lib/model/skip.ts'
import {
  aCandidatePlan,
  aFastProfile,
  aPass,
  aProfile,
  aRun,
  aSkip,
  COMMIT,
  CONTENT,
  ciRun,
  ELSEWHERE,
  hoursAgo,
  NOW,
  REBASED,
  someFacts,
  someNames,
  TREE,
} from './a-candidate.ts'
import { aGate, aLane, aModel } from './a-model.ts'
import { aGrantedException } from './an-exception.ts'

/*
 * A small repository and random histories of what was recorded for one of its candidates: few gates, runs and producers, so that retries,
 * answers, skips and their proofs meet often.
 */

const contracts = aGate('contract-global', 'billing', 'contracts')
const guard = aGate('contract-global', 'billing', 'boundary_guard')
const unit = aGate('domain-local', 'billing', 'unit', { deterministic: true })
const smoke = aGate('consumer-smoke', 'billing', 'precheck', { maxAgeSeconds: 24 * 3600, producers: ['ci'] })
const drill = aGate('service-evidence', 'billing', 'drill', { maxAgeSeconds: 48 * 3600 })
const profileSmoke = aGate('consumer-smoke', 'billing', 'hotfix-smoke', { id: 'global/hotfix-smoke', domain: null })
const rollback = aGate('service-evidence', 'billing', 'rollback-drill', { id: 'global/rollback-drill', domain: null })

/** The gates that histories are about, as the model declares them. */
export const GATES = [contracts, guard, unit, smoke, drill, profileSmoke, rollback] as const

export const FULL = aProfile()
export const FAST = aFastProfile({ maySkip: ['consumer-smoke', 'service-evidence', unit.id] })
export const DRY = aProfile({ id: 'dry-run', kind: 'validation-only', mode: 'advisory' })

const packet: ExtractionPacket = {
  domainId: 'billing',
  fairwayTask: null,
  decision: null,
  crossProcessCallers: null,
  serviceAuth: [],
  degradation: null,
  rollback: null,
  releaseProfile: null,
  supportedConsumers: null,
  statusops: null,
  boundaryGuard: { mode: 'blocking_new', gate: guard.id },
  file: 'packets.yaml',
  line: 3,
}

const allowance = { owner: '@billing', reason: 'moving', fairwayTask: 'T-1', file: 'debt.tsv', line: 2 }

/** The model of every history; it never changes. */
export const MODEL = aModel({
  lanes: [aLane('billing', { gates: [contracts, guard, unit, smoke, drill] })],
  profiles: [FULL, FAST, DRY],
  packets: [packet],
  routingRules: { gates: [profileSmoke, rollback], rules: [], portalArtifacts: [] },
  guardAllowedDebt: [
    { ...allowance, fingerprint: 'tolerated', expires: '2026-11-25' },
    { ...allowance, fingerprint: 'expired', expires: '2026-11-20' },
  ],
})

export interface History {
  readonly evidence: readonly Evidence[]
  /** `prior` names evidence or a skip of this history, or nothing that is in it. */
  readonly skips: readonly Omit<SkipWithProof, 'proof'>[]
  readonly runs: readonly AnnouncedRun[]
  readonly plan: CandidatePlan | null
  readonly contradictory: boolean
  readonly exceptions: readonly GrantedException[]
  readonly rejectedReviews: readonly RejectedReview[]
}

const anyGate = fc.constantFrom(...GATES)
const anyId = fc.integer({ min: 0, max: 13 }).map((at) => `id-${at}`)
const anyOldness = fc.constantFrom('empty' as const, 'fresh' as const, 'aged' as const)
const anyHours = fc.oneof(fc.constantFrom(1, 2), fc.integer({ min: 0, max: 80 }))
const anySequence = fc.integer({ min: 1, max: 60 })

/** Content that is the candidate's: its commit, its tree alone, or another commit of the tree. */
export const anyOwnContent: fc.Arbitrary<Content> = fc.constantFrom(
  CONTENT,
  CONTENT,
  { gitTree: TREE },
  { gitCommit: REBASED, gitTree: TREE },
)

const anyContent = fc.oneof({ weight: 9, arbitrary: anyOwnContent }, { weight: 1, arbitrary: fc.constant(ELSEWHERE) })

const anyCounts = fc.constantFrom(
  null,
  null,
  null,
  { executed: 5, passed: 5, failed: 0, skipped: 0 },
  { executed: 5, passed: 5, failed: 0, skipped: 1 },
  { executed: 0, passed: 0, failed: 0, skipped: 2 },
)

const finding = (fingerprint: string) => ({ fingerprint, guard: 'imports', rule: 'no-cross-domain', path: 'a.go' })
const anyFindings = fc.constantFrom(null, null, [], [finding('tolerated')], [finding('expired')], [finding('unheard-of')])

/** Evidence of any gate, result, run and producer; `id` and `sequence` are set by the history it goes into. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    gate: anyGate,
    result: fc.oneof(fc.constant('passed' as const), fc.constantFrom(...REPORTED_RESULTS)),
    content: anyContent,
    producer: fc.constantFrom(
      { identity: 'token:ci', name: 'ci' },
      { identity: 'token:ci', name: 'ci' },
      { identity: 'token:laptop', name: 'laptop' },
    ),
    ci: fc.option(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('41', '42')).map(([attempt, id]) => ciRun(attempt, id))),
    runId: fc.option(fc.constantFrom('run-a', 'run-b'), { freq: 2 }),
    supersedes: fc.array(anyId, { maxLength: 4 }),
    counts: anyCounts,
    reason: fc.option(fc.constant('no GPU here')),
    findings: anyFindings,
    hours: anyHours,
    changed: fc.boolean(),
    taken: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ gate, hours, changed, taken, ...given }) =>
    aPass(gate, {
      ...given,
      receivedAt: hoursAgo(hours),
      ...(changed && taken < 2 ? { gateDefinition: 'sha256:older' } : {}),
      ...(taken === 5 && given.result === 'passed' ? { revoked: { at: hoursAgo(0), by: 'token:ci', reason: 'mistaken' } } : {}),
    }),
  )

const anySkip = fc
  .record({
    gate: anyGate,
    profile: fc.constantFrom(FAST.id, FAST.id, FULL.id, 'unheard-of'),
    content: anyContent,
    prior: fc.oneof(fc.constant('own'), fc.constant('own'), anyId, fc.constant(null)),
    risk: fc.constantFrom(...RESIDUAL_RISKS),
    sequence: anySequence,
  })
  .map(({ gate, prior, ...given }) => {
    // In a history that starts with a pass of every gate, that is the proof nearest at hand.
    const named = prior === 'own' ? `id-${GATES.indexOf(gate)}` : prior
    const { proof: _, ...skip } = aSkip(gate, null, { ...given, prior: named })
    return skip
  })

const anyRun = fc
  .record({
    gates: fc.uniqueArray(anyGate, { minLength: 1, maxLength: 4 }),
    content: anyContent,
    hours: fc.integer({ min: -40, max: 3 }),
    closed: fc.boolean(),
    sequence: anySequence,
  })
  .map(({ gates, hours, closed, ...given }) => aRun(gates, { ...given, deadline: hoursAgo(hours), closedAt: closed ? hoursAgo(1) : null }))

const anyPlan = fc
  .record({
    gates: fc.uniqueArray(anyGate, { minLength: 1 }),
    reviews: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...REVIEW_DOMAINS))),
  })
  .map(({ gates, reviews }) =>
    aCandidatePlan(
      gates.map(({ id }) => id),
      { reviews },
    ),
  )

/** An approved exception; what its approvers knew of is filled in from the history: all of it, some, or nothing. */
const anyException = fc.record({
  gates: fc.uniqueArray(anyGate, { minLength: 1, maxLength: 7 }),
  content: anyContent,
  risk: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
  roles: fc.uniqueArray(
    fc.constantFrom('domain-owner' as const, 'architect' as const, 'security-reviewer' as const, 'governance-reviewer' as const),
    { minLength: 1 },
  ),
  hoursLeft: fc.integer({ min: -5, max: 100 }),
  knows: fc.constantFrom('all' as const, 'all' as const, 'passes too' as const, 'nothing' as const),
})

const anyRejectedReview = fc.record({
  exception: fc.constant('exception-x'),
  content: anyContent,
  roles: fc.constantFrom(['architect' as const], ['security-reviewer' as const, 'architect' as const]),
})

/** A history; in most of them every gate has passed before anything else, some too long ago, so that verdicts of every kind occur. */
export const anyHistory: fc.Arbitrary<History> = fc
  .record({
    oldness: anyOldness,
    evidence: fc.array(fc.tuple(anyEvidence, anySequence), { maxLength: 6 }),
    skips: fc.array(anySkip, { maxLength: 2 }),
    runs: fc.array(anyRun, { maxLength: 2 }),
    plan: fc.option(anyPlan),
    contradictory: fc.integer({ min: 0, max: 30 }).map((drawn) => drawn === 0),
    excepted: fc.array(anyException, { maxLength: 3 }),
    rejectedReviews: fc.array(anyRejectedReview, { maxLength: 1 }),
  })
  .map(({ oldness, evidence, skips, runs, excepted, ...rest }) => {
    const age = { empty: 0, fresh: 1, aged: 30 }[oldness]
    const earlier =
      oldness === 'empty' ? [] : GATES.map((gate, at) => aPass(gate, { sequence: at + 1, receivedAt: hoursAgo(age + 3 * at) }))
    const later = evidence.map(([each, sequence], at) => ({ ...each, sequence: 100 * sequence + at }))
    const all = [...earlier, ...later].map((each, at) => ({ ...each, id: `id-${at}` }))
    const declared = skips.map((each, at) => ({ ...each, id: `skip-${at}`, sequence: 100 * each.sequence + 30 + at }))
    const announced = runs.map((each, at) => ({ ...each, id: at === 0 ? 'run-a' : 'run-b', sequence: 100 * each.sequence + 60 + at }))
    // Nobody can have seen what a run hides before it was over.
    const over = announced.filter(({ closedAt, deadline }) => closedAt !== null || deadline <= NOW)
    const seen = [...all.map(({ id }) => `evidence:${id}`), ...declared.map(({ id }) => `skip:${id}`), ...over.map(({ id }) => `run:${id}`)]
    return {
      ...rest,
      evidence: all,
      skips: declared,
      runs: announced,
      exceptions: excepted.map(({ gates, knows, hoursLeft, ...given }, at) =>
        aGrantedException(
          gates.map((gate) => gate.id),
          {
            ...given,
            id: `exception-${at}`,
            expiresAt: hoursAgo(-hoursLeft),
            seen: knows === 'nothing' ? [] : seen,
            passes: knows === 'passes too' ? all.slice(0, 3).map(({ id }) => `evidence:${id}`) : [],
          },
        ),
      ),
    }
  })

/** The facts that a history leaves. What a skip names as its proof is looked up in the history as it is. */
export function factsOf({ evidence, skips, runs, plan, contradictory, exceptions, rejectedReviews }: History): CandidateFacts {
  const byId = new Map(evidence.map((each) => [each.id, each]))
  const proofOf = (prior: string | null): SkipWithProof['proof'] => {
    const found = byId.get(prior ?? '')
    return found === undefined ? null : { kind: 'evidence', evidence: found }
  }
  return someFacts({
    names: someNames({ commits: [COMMIT, REBASED], contradictions: contradictory ? [COMMIT] : [] }),
    evidence,
    skips: skips.map((skip) => ({ ...skip, proof: proofOf(skip.prior) })),
    runs,
    lastPasses: lastPassesOf(evidence),
    exceptions,
    rejectedReviews,
    plan,
  })
}

function lastPassesOf(evidence: readonly Evidence[]): LastPass[] {
  const newest = new Map<string, Evidence>()
  for (const each of [...evidence].sort((a, b) => a.sequence - b.sequence)) {
    if (each.result === 'passed' && each.revoked === null) newest.set(each.gate, each)
  }
  return [...newest.values()].map(({ gate, id, content, receivedAt }) => ({ gate, evidence: id, content, receivedAt }))
}
