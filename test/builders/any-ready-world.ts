import fc from 'fast-check'
import type { Content } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { ExtractionPacket } from '#lib/model/extraction-packet.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import {
  aCandidatePlan,
  aFastProfile,
  aPass,
  aProfile,
  aRun,
  aSkip,
  CONTENT,
  ciRun,
  ELSEWHERE,
  hoursAgo,
  NOW,
  REBASED,
  TREE,
} from './a-candidate.ts'
import { aReadyWorld, READY_DOCUMENTS, READY_GATES, type ReadyWorld, ROLLBACK, readyPasses } from './a-ready-world.ts'

/*
 * Worlds that are ready for promotion but for a few things: each step spoils, mends or only changes something. Most worlds are near the
 * border between eligible and not, which is where a rule can be wrong.
 */

type Step = (world: ReadyWorld) => ReadyWorld

const gates = Object.values(READY_GATES)
const GUARD_AT = gates.indexOf(READY_GATES.guard)
const anyGate = fc.constantFrom(...gates)

/** The candidate's own content, by each of its names. */
const OWN: readonly Content[] = [CONTENT, { gitTree: TREE }, { gitCommit: REBASED, gitTree: TREE }]

const someCounts = { executed: 4, passed: 4, failed: 0, skipped: 0 }

const FINDINGS = ['known', 'tolerated', 'expired', 'unheard-of'].map((fingerprint) => ({
  fingerprint,
  guard: 'boundary_guard',
  rule: 'no-import',
  path: `packages/${fingerprint}.go`,
}))

/** Any evidence of a gate, in whatever state; its sequence is given by where it is put. */
export const anyEvidence: fc.Arbitrary<{ readonly gate: Gate; readonly given: Partial<Evidence> }> = fc.record({
  gate: anyGate,
  given: fc.record({
    result: fc.constantFrom<Evidence['result']>('passed', 'passed', 'passed', 'failed', 'error', 'partial', 'blocked', 'skipped'),
    content: fc.constantFrom<Content>(...OWN, CONTENT, ELSEWHERE),
    counts: fc.constantFrom(null, null, someCounts, { ...someCounts, executed: 0, passed: 0 }, { ...someCounts, skipped: 1 }),
    command: fc.constantFrom(ROLLBACK, 'make check'),
    ci: fc.constantFrom(null, null, ciRun(1), ciRun(2), ciRun(1, '43')),
    supersedes: fc.subarray(['evidence-1', 'evidence-2', 'evidence-7', 'evidence-9', 'evidence-10'], { maxLength: 2 }),
    findings: fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, { arbitrary: fc.subarray(FINDINGS), weight: 1 }),
    producer: fc.constantFrom({ identity: 'token:ci', name: 'ci' }, { identity: 'token:other', name: 'other' }),
    receivedAt: fc.constantFrom(...[0, 1, 24 * 6, 24 * 8, 24 * 29, 24 * 31].map(hoursAgo)),
  }),
})

/** Puts evidence at the end of what was recorded. */
export function record(world: ReadyWorld, gate: Gate, given: Partial<Evidence>): ReadyWorld {
  const sequence = Math.max(0, ...world.facts.evidence.map((each) => each.sequence)) + 1
  const { findings = null } = given
  const own = { ...given, sequence, findings: gate.id === READY_GATES.guard.id ? (findings ?? []) : findings }
  return { ...world, facts: { ...world.facts, evidence: [...world.facts.evidence, aPass(gate, own)] } }
}

/** Changes the evidence at an index; null takes it out. */
export function alter(world: ReadyWorld, at: number, change: (each: Evidence) => Evidence | null): ReadyWorld {
  const chosen = at % Math.max(1, world.facts.evidence.length)
  const evidence = world.facts.evidence.flatMap((each, index) => (index === chosen ? (change(each) ?? []) : each))
  return { ...world, facts: { ...world.facts, evidence } }
}

/** What evidence looks like once it was taken back. */
export function takeBack(evidence: Evidence): Evidence {
  return { ...evidence, revoked: { at: NOW, by: 'token:ci', reason: 'recorded by mistake' } }
}

const withPacket =
  (part: Partial<ExtractionPacket>): Step =>
  (world) => ({ ...world, model: { ...world.model, packets: world.model.packets.map((packet) => ({ ...packet, ...part })) } })

const withProfile =
  (part: Partial<ReleaseProfile>): Step =>
  (world) => ({
    ...world,
    model: {
      ...world.model,
      profiles: world.model.profiles.map((profile) => (profile.kind === 'full' ? { ...profile, ...part } : profile)),
    },
  })

const ALLOWANCE = { owner: '@billing', reason: 'moving', fairwayTask: 'T-1', file: 'debt.tsv', line: 2 }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  anyEvidence.map(
    ({ gate, given }): Step =>
      (world) =>
        record(world, gate, given),
  ),
  anyEvidence.map(
    ({ gate, given }): Step =>
      (world) =>
        record(world, gate, given),
  ),
  fc.nat(7).map(
    (at): Step =>
      (world) =>
        alter(world, at, () => null),
  ),
  fc.nat(7).map(
    (at): Step =>
      (world) =>
        alter(world, at, takeBack),
  ),
  fc.tuple(fc.nat(7), fc.constantFrom(24 * 6, 24 * 8, 24 * 29, 24 * 31)).map(
    ([at, hours]): Step =>
      (world) =>
        alter(world, at, (each) => ({ ...each, receivedAt: hoursAgo(hours) })),
  ),
  fc.nat(7).map(
    (at): Step =>
      (world) =>
        alter(world, at, (each) => ({ ...each, gateDefinition: 'sha256:old' })),
  ),
  fc.subarray(FINDINGS, { minLength: 1, maxLength: 2 }).map(
    (findings): Step =>
      (world) =>
        alter(world, GUARD_AT, (each) => ({ ...each, findings })),
  ),
  fc.tuple(anyGate, fc.boolean()).map(
    ([gate, isClosed]): Step =>
      (world) => ({ ...world, facts: { ...world.facts, runs: [aRun([gate], { sequence: 20, closedAt: isClosed ? NOW : null })] } }),
  ),
  anyGate.map(
    (gate): Step =>
      (world) => ({
        ...world,
        facts: { ...world.facts, skips: [aSkip(gate, aPass(gate, { id: 'prior', sequence: 30, content: OWN[1] ?? CONTENT }))] },
      }),
  ),
  fc.subarray(gates).map(
    (routed): Step =>
      (world) => ({ ...world, facts: { ...world.facts, plan: aCandidatePlan(routed.map(({ id }) => id)) } }),
  ),
  fc
    .constantFrom<Partial<ExtractionPacket>>(
      { decision: null },
      { decision: { recommendation: 'keep', decidedOn: null, document: null } },
      { crossProcessCallers: null },
      { crossProcessCallers: { entries: [] } },
      { crossProcessCallers: { none: 'one process' } },
      { crossProcessCallers: { none: 'one process' }, serviceAuth: [] },
      { serviceAuth: [] },
      { degradation: null },
      { rollback: null },
      { rollback: { command: 'other', document: 'doc/rollback.md', gate: READY_GATES.rollback.id } },
      { releaseProfile: 'hotfix-fast' },
      { supportedConsumers: null },
      { supportedConsumers: { none: 'no product' } },
      { supportedConsumers: { entries: ['gpuaas', 'web'] } },
      { statusops: null },
      { boundaryGuard: null },
      { boundaryGuard: { mode: 'warning', gate: READY_GATES.guard.id } },
      { boundaryGuard: { mode: 'blocking', gate: READY_GATES.guard.id } },
    )
    .map(withPacket),
  fc.constantFrom<Partial<ReleaseProfile>>({ mode: 'advisory' }, { kind: 'validation-only' }).map(withProfile),
  fc.constantFrom(...READY_DOCUMENTS).map(
    (path): Step =>
      (world) => ({ ...world, documents: new Set([...(world.documents ?? [])].filter((each) => each !== path)) }),
  ),
)

/** Everything is ready. One for all worlds: a model is opened for judging once for each, and most steps leave it as it is. */
const READY_WORLD = aReadyWorld({
  model: {
    profiles: [aProfile(), aFastProfile({ maySkip: ['domain-local', 'consumer-smoke', 'service-evidence'] })],
    guardBaseline: FINDINGS.slice(0, 1).map((known) => ({ ...known, firstSeen: '2026-02-11', file: 'baseline.tsv', line: 2 })),
    guardAllowedDebt: [
      { ...ALLOWANCE, fingerprint: 'tolerated', expires: '2026-11-25' },
      { ...ALLOWANCE, fingerprint: 'expired', expires: '2026-11-20' },
    ],
  },
  facts: { evidence: readyPasses({ rollback: { command: ROLLBACK } }) },
})

/** A world in which everything is ready, up to four steps away. */
export const anyReadyWorld: fc.Arbitrary<ReadyWorld> = fc
  .array(anyStep, { maxLength: 4 })
  .map((steps) => steps.reduce((world, step) => step(world), READY_WORLD))
