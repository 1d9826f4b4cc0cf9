import { describe, expect, it } from 'vitest'
import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import { REPORTED_RESULTS, type ReportedResult } from '#lib/model/reported-result.ts'
import type { SkipWithProof } from '#lib/model/skip.ts'
import type { Status } from '#lib/model/status.ts'
import { aPass, aRun, aSkip, ciRun, hoursAgo, NOW, revoked, someGateFacts } from '#test/builders/a-candidate.ts'
import { aGate } from '#test/builders/a-model.ts'
import { GOODNESS } from '#test/builders/goodness.ts'
import type { GateFacts } from './gate-facts.ts'
import { judgeGate } from './judge-gate.ts'

/*
 * Every history of one gate up to four steps long, of a small alphabet. What the random histories sample, this walks through.
 */

const LONGEST = 4

type Step =
  | { readonly kind: 'report'; readonly result: ReportedResult; readonly attempt: number }
  /** A pass that names everything before it, in a run of its own. */
  | { readonly kind: 'answer' }
  /** A pass that was received too long ago. */
  | { readonly kind: 'old pass' }
  /** Takes the newest pass back. */
  | { readonly kind: 'revoke' }
  /** A skip that names the newest pass as its proof, or nothing. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'announce' }
  /** Closes every open run. */
  | { readonly kind: 'close' }

const ALPHABET: readonly Step[] = [
  ...REPORTED_RESULTS.flatMap((result) => [1, 2].map((attempt): Step => ({ kind: 'report', result, attempt }))),
  { kind: 'answer' },
  { kind: 'old pass' },
  { kind: 'revoke' },
  { kind: 'skip' },
  { kind: 'announce' },
  { kind: 'close' },
]

interface Recorded {
  readonly evidence: readonly Evidence[]
  readonly skips: readonly SkipWithProof[]
  readonly runs: readonly AnnouncedRun[]
}

const NOTHING: Recorded = { evidence: [], skips: [], runs: [] }

const GATES = [
  aGate('consumer-smoke', 'billing', 'precheck', { maxAgeSeconds: 24 * 3600 }),
  aGate('consumer-smoke', 'billing', 'exact', { maxAgeSeconds: 24 * 3600, deterministic: true }),
] as const

for (const gate of GATES) {
  const judge = (recorded: Recorded, given: Partial<GateFacts> = {}, now = NOW) =>
    judgeGate(someGateFacts(gate, { ...recorded, ...given }), now)

  describe(`every history of ${gate.deterministic ? 'a deterministic' : 'a'} gate, up to ${LONGEST} steps`, () => {
    it('keeps invariants 2, 4 and 7, step by step', () => {
      const seen = new Map<Status, number>()
      let histories = 0
      walk(NOTHING, 0, (recorded) => {
        histories += 1
        const judged = judge(recorded)
        seen.set(judged.status, (seen.get(judged.status) ?? 0) + 1)
        expectSense(recorded, judged)
        for (const step of ALPHABET) {
          const isPass = step.kind === 'answer' || step.kind === 'old pass' || (step.kind === 'report' && step.result === 'passed')
          if (step.kind === 'revoke' || (step.kind === 'report' && !isPass)) expectNoBetter(judge(take(recorded, step)), judged, step)
        }
        for (const pass of recorded.evidence.filter(({ result }) => result === 'passed')) {
          expectNoBetter(judge(without(recorded, pass)), judged, pass.id)
        }
        expectNoBetter(judge(recorded, {}, hoursAgo(-30)), judged, 'a day later')
        expectNoBetter(judge(recorded, { notRequired: null }), judge(recorded, { notRequired: 'no' }), 'the plan needs it')
      })
      console.info(`${histories} histories of ${gate.id}: ${[...seen].map(([status, times]) => `${times} ${status}`).join(', ')}`)
      expect(histories).toBe(ALPHABET.length ** 4 + ALPHABET.length ** 3 + ALPHABET.length ** 2 + ALPHABET.length + 1)
      expect([...seen.keys()].sort()).toEqual(['blocked', 'failed', 'missing', 'partial', 'passed', 'pending', 'skipped', 'stale'])
    })
  })

  function walk(recorded: Recorded, length: number, look: (recorded: Recorded) => void): void {
    look(recorded)
    if (length < LONGEST) for (const step of ALPHABET) walk(take(recorded, step), length + 1, look)
  }

  function take(recorded: Recorded, step: Step): Recorded {
    const { evidence, skips, runs } = recorded
    const sequence = 1 + evidence.length + skips.length + runs.length
    const add = (given: Partial<Evidence>): Recorded => ({
      ...recorded,
      evidence: [...evidence, aPass(gate, { id: `evidence-${sequence}`, sequence, ...given })],
    })
    const newest = evidence.findLast(({ result, revoked: taken }) => result === 'passed' && taken === null)
    if (step.kind === 'report') return add({ result: step.result, ci: ciRun(step.attempt) })
    if (step.kind === 'answer') return add({ supersedes: evidence.map(({ id }) => id) })
    if (step.kind === 'old pass') return add({ receivedAt: hoursAgo(30) })
    if (step.kind === 'announce') return { ...recorded, runs: [...runs, aRun([gate], { sequence, deadline: hoursAgo(-10) })] }
    if (step.kind === 'close') return { ...recorded, runs: runs.map((run) => ({ ...run, closedAt: NOW })) }
    if (step.kind === 'skip') return { ...recorded, skips: [...skips, aSkip(gate, newest ?? null, { sequence })] }
    return newest === undefined
      ? recorded
      : reprove({ ...recorded, evidence: evidence.map((each) => (each === newest ? revoked(each) : each)) })
  }
}

function without(recorded: Recorded, pass: Evidence): Recorded {
  return reprove({ ...recorded, evidence: recorded.evidence.filter((each) => each !== pass) })
}

/** A skip's proof is looked up as it is now. */
function reprove({ evidence, skips, runs }: Recorded): Recorded {
  const proofOf = (prior: string | null): SkipWithProof['proof'] => {
    const found = evidence.find(({ id }) => id === prior)
    return found === undefined ? null : { kind: 'evidence', evidence: found }
  }
  return { evidence, skips: skips.map((skip) => ({ ...skip, proof: proofOf(skip.prior) })), runs }
}

// Plain comparisons: an assertion for each of some hundred thousand histories would take minutes.
function expectNoBetter(after: JudgedGate, before: JudgedGate, by: unknown): void {
  const losesItsMark = before.overlays.includes('flaky') && after.satisfied && !after.overlays.includes('flaky')
  if (GOODNESS[after.status] <= GOODNESS[before.status] && (before.satisfied || !after.satisfied) && !losesItsMark) return
  expect.fail(`${before.status} became ${after.status} by ${JSON.stringify(by)}: ${JSON.stringify(before.reasons)}`)
}

const hasFailed = ({ result }: Evidence) => result === 'failed' || result === 'error'

function expectSense({ evidence, skips }: Recorded, { status, satisfied, reasons, debt, overlays }: JudgedGate): void {
  const standing = evidence.filter(({ result, revoked: taken }) => result === 'passed' && taken === null)
  const sound =
    satisfied === (status === 'passed' || status === 'skipped') &&
    reasons.length > 0 &&
    (status !== 'passed' || standing.some(({ receivedAt }) => receivedAt.getTime() === hoursAgo(1).getTime())) &&
    (status !== 'skipped' || skips.length > 0) &&
    overlays.includes('debt') === debt.length > 0 &&
    overlays.includes('flaky') === ((status === 'passed' || status === 'skipped') && evidence.some(hasFailed)) &&
    (status !== 'passed' || debt.length === 0)
  if (!sound) expect.fail(`${status} makes no sense: ${JSON.stringify({ evidence, skips, reasons, debt, overlays })}`)
}
