import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import type { CandidateFacts, CandidatePlan } from '#lib/model/candidate-facts.ts'
import type { CandidateNames, Content } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import type { SkipWithProof } from '#lib/model/skip.ts'
import { gateDefinition } from '#lib/rules/evidence/gate-definition.ts'
import type { GateFacts } from '#lib/rules/status/gate-facts.ts'

/** The moment that tests judge at. */
export const NOW = new Date('2026-11-24T12:00:00.000Z')

export const COMMIT = 'c'.repeat(40)
export const TREE = '7'.repeat(40)
/** Another commit of the same tree: what a rebase leaves behind. */
export const REBASED = 'b'.repeat(40)
export const ELSEWHERE: Content = { gitCommit: 'e'.repeat(40), gitTree: 'f'.repeat(40) }
export const CONTENT: Content = { gitCommit: COMMIT, gitTree: TREE }

/** A moment some hours before `NOW`. */
export function hoursAgo(hours: number): Date {
  return new Date(NOW.getTime() - hours * 3_600_000)
}

/** Names of a candidate that is one commit with its tree. */
export function someNames(given: Partial<CandidateNames> = {}): CandidateNames {
  return { contentId: COMMIT, commits: [COMMIT], trees: [TREE], digests: [], contradictions: [], ...given }
}

/** A pass of a gate on the candidate's content, an hour ago. */
export function aPass(gate: Gate, given: Partial<Evidence> = {}): Evidence {
  return {
    id: `evidence-${given.sequence ?? 1}`,
    sequence: 1,
    gate: gate.id,
    result: 'passed',
    content: CONTENT,
    profile: null,
    command: gate.run ?? 'make check',
    exitCode: 0,
    counts: null,
    startedAt: null,
    finishedAt: null,
    artifacts: [],
    runId: null,
    ci: null,
    supersedes: [],
    reason: null,
    findings: null,
    gateDefinition: gateDefinition(gate),
    producer: { identity: 'token:ci', name: 'ci' },
    receivedAt: hoursAgo(1),
    revoked: null,
    ...given,
  }
}

/** A failure of a gate on the candidate's content. */
export function aFailure(gate: Gate, given: Partial<Evidence> = {}): Evidence {
  return aPass(gate, { result: 'failed', exitCode: 1, ...given })
}

/** What evidence looks like once it was taken back. */
export function revoked(evidence: Evidence): Evidence {
  return { ...evidence, revoked: { at: NOW, by: 'token:ci', reason: 'recorded by mistake' } }
}

/** An attempt of a run of a pipeline. */
export function ciRun(attempt = 1, id = '42') {
  return { provider: 'github', id, attempt, url: null }
}

/** A skip under `hotfix-fast` that `prior` proves. */
export function aSkip(gate: Gate, prior: Evidence | null, given: Partial<SkipWithProof> = {}): SkipWithProof {
  return {
    id: `skip-${given.sequence ?? 10}`,
    sequence: 10,
    gate: gate.id,
    profile: 'hotfix-fast',
    content: CONTENT,
    reason: 'nothing of it has changed',
    prior: prior?.id ?? null,
    risk: 'none',
    runId: null,
    declaredBy: 'token:ci',
    declaredAt: hoursAgo(1),
    proof: prior === null ? null : { kind: 'evidence', evidence: prior },
    ...given,
  }
}

/** An open run that announces gates for the candidate, with an hour left. */
export function aRun(gates: readonly Gate[], given: Partial<AnnouncedRun> = {}): AnnouncedRun {
  return {
    id: `run-${given.sequence ?? 1}`,
    sequence: 1,
    profile: 'platform-control',
    content: CONTENT,
    gates: gates.map(({ id }) => id),
    announcedAt: hoursAgo(1),
    announcedBy: 'token:ci',
    deadline: hoursAgo(-1),
    closedAt: null,
    ...given,
  }
}

/** The profile that releases everything, or another one. */
export function aProfile(given: Partial<ReleaseProfile> = {}): ReleaseProfile {
  return {
    id: 'platform-control',
    kind: 'full',
    mode: 'enforcing',
    maySkip: [],
    smoke: null,
    maxEvidenceAgeSeconds: null,
    rollbackGate: null,
    file: 'release-profiles.yaml',
    line: 2,
    ...given,
  }
}

/** A fast profile that may skip smokes and service evidence with proofs of at most three days. */
export function aFastProfile(given: Partial<ReleaseProfile> = {}): ReleaseProfile {
  return aProfile({
    id: 'hotfix-fast',
    kind: 'fast',
    maySkip: ['consumer-smoke', 'service-evidence'],
    smoke: 'global/hotfix-smoke',
    maxEvidenceAgeSeconds: 72 * 3600,
    rollbackGate: 'global/rollback-drill',
    ...given,
  })
}

/** A plan that asks for these gates. */
export function aCandidatePlan(gates: readonly string[], given: Partial<CandidatePlan> = {}): CandidatePlan {
  return { id: 'plan-1', modelDigest: `sha256:${'0'.repeat(64)}`, gates, notRequired: [], reviews: [], ...given }
}

/** A candidate of which nothing is recorded but what is given. */
export function someFacts(given: Partial<CandidateFacts> = {}): CandidateFacts {
  return {
    names: someNames(),
    evidence: [],
    skips: [],
    runs: [],
    lastPasses: [],
    exceptions: [],
    rejectedReviews: [],
    plan: null,
    ...given,
  }
}

/** A gate that is needed, and of which nothing is recorded but what is given. */
export function someGateFacts(gate: Gate, given: Partial<GateFacts> = {}): GateFacts {
  const profiles = [aProfile(), aFastProfile()]
  return {
    gate,
    definition: gateDefinition(gate),
    actors: ['@billing'],
    names: someNames(),
    notRequired: null,
    evidence: [],
    skips: [],
    runs: [],
    lastPass: null,
    exceptions: [],
    profiles: new Map(profiles.map((profile) => [profile.id, profile])),
    asked: null,
    guard: null,
    ...given,
  }
}
