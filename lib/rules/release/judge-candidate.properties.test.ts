import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import { speaksFor } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { JudgedCandidate, JudgedGate, ReleaseVerdict } from '#lib/model/judgement.ts'
import { ELSEWHERE, NOW, revoked } from '#test/builders/a-candidate.ts'
import { anyEvidence, anyHistory, anyOwnContent, DRY, FAST, FULL, factsOf, GATES, type History, MODEL } from '#test/builders/any-history.ts'
import { GOODNESS } from '#test/builders/goodness.ts'
import { expectSame } from '#test/expect-same.ts'
import { gateDefinition } from '../evidence/gate-definition.ts'
import { isPastAge } from '../evidence/is-past-age.ts'
import { mayPass } from '../evidence/may-pass.ts'
import { weighEvidence } from '../evidence/weigh-evidence.ts'
import { listGates } from '../routing/gate-catalogue.ts'
import { guardModes } from './guard-modes.ts'
import { judgeCandidate } from './judge-candidate.ts'
import { judgeRelease } from './judge-release.ts'

const RUNS = { numRuns: 10_000 }
const PROFILES = [FULL, FAST, DRY]

function judge(facts: CandidateFacts, profile: string | null = null, now = NOW): JudgedCandidate {
  return judgeCandidate(MODEL, facts, { profile, now })
}

const RELEASES: Readonly<Record<ReleaseVerdict, number>> = { 'no-go': 0, waiting: 0, 'go-with-exceptions': 1, go: 2 }

/** Fails when a gate or a verdict is better after than before; answers how both were judged when no profile was asked for. */
function expectNoBetter(before: CandidateFacts, after: CandidateFacts, later = NOW): { was: JudgedCandidate; is: JudgedCandidate } {
  const unasked = { was: judge(before), is: judge(after, null, later) }
  expectNoBetterGate(unasked.was, unasked.is)
  expectNoBetterGate(judge(before, FAST.id), judge(after, FAST.id, later))
  for (const profile of PROFILES) {
    const [was, is] = [judgeRelease(MODEL, before, profile, NOW).verdict, judgeRelease(MODEL, after, profile, later).verdict]
    if (RELEASES[is] > RELEASES[was]) expect.fail(`${profile.id}: ${was} became ${is}`)
  }
  return unasked
}

function expectNoBetterGate({ gates: was }: JudgedCandidate, { gates: is }: JudgedCandidate): void {
  const better = is.filter((gate, at) => isBetter(gate, was[at]))
  expect(better.map(({ gate, status }) => `${gate} ${was.find((each) => each.gate === gate)?.status} -> ${status}`)).toEqual([])
}

function isBetter(after: JudgedGate, before: JudgedGate | undefined): boolean {
  if (before === undefined || after.gate !== before.gate) throw new Error('the gates are not the same')
  return GOODNESS[after.status] > GOODNESS[before.status] || (after.satisfied && !before.satisfied)
}

const anyUnproven = anyEvidence.filter(({ result, content }) => result !== 'passed' && content !== ELSEWHERE)
const anyPosition = fc.integer({ min: 0, max: 80 }).map((at) => 100 * at + 90)

describe('invariant 2: adding what is not a pass never improves anything', () => {
  it('failed, error, partial, blocked or skipped evidence, wherever in the history', () => {
    let worse = 0
    fc.assert(
      fc.property(anyHistory, anyUnproven, anyPosition, (history, added, sequence) => {
        const after = { ...history, evidence: [...history.evidence, { ...added, id: 'id-13', sequence }] }
        const { was, is } = expectNoBetter(factsOf(history), factsOf(after))
        if (was.gates.some((gate, at) => gate.status !== is.gates[at]?.status)) worse += 1
      }),
      RUNS,
    )
    expect(worse).toBeGreaterThan(2000)
  })

  it('once something is ready to go, failing evidence turns it off', () => {
    let turned = 0
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...GATES), (history, gate) => {
        const facts = factsOf(history)
        if (judgeRelease(MODEL, facts, FULL, NOW).verdict !== 'go') return
        turned += 1
        // Of no CI run: an earlier attempt of the run that passed would be answered by that pass.
        const failure: Evidence = { ...aTemplate(history), id: 'failure', gate: gate.id, result: 'failed', sequence: 9_999, ci: null }
        expect(judgeRelease(MODEL, { ...facts, evidence: [...facts.evidence, failure] }, FULL, NOW)).toMatchObject({
          verdict: 'no-go',
          unsatisfied: [gate.id],
        })
      }),
      RUNS,
    )
    expect(turned).toBeGreaterThan(100)
  })
})

describe('invariant 2: withholding or revoking a pass never improves anything', () => {
  it('withholding one that counts as a pass, which is judged as revoking it', () => {
    let touched = 0
    fc.assert(
      fc.property(anyHistory, fc.nat(), (history, drawn) => {
        const passes = history.evidence.filter(countsAsPass)
        const chosen = passes[drawn % Math.max(1, passes.length)]
        if (chosen === undefined) return
        touched += 1
        const takenBack = factsOf(replace(history, chosen, revoked(chosen)))
        const withheld = factsOf(replace(history, chosen, null))
        const { is } = expectNoBetter(factsOf(history), withheld)
        expectSame(plain(judge(takenBack)), plain(is))
      }),
      RUNS,
    )
    expect(touched).toBeGreaterThan(7000)
  })

  it('revoking any evidence at all, also what says passed and does not count as a pass', () => {
    let touched = 0
    fc.assert(
      fc.property(anyHistory, fc.nat(), (history, drawn) => {
        const chosen = history.evidence[drawn % Math.max(1, history.evidence.length)]
        if (chosen === undefined) return
        touched += 1
        expectNoBetter(factsOf(history), factsOf(replace(history, chosen, revoked(chosen))))
      }),
      RUNS,
    )
    expect(touched).toBeGreaterThan(7000)
  })
})

describe('invariant 2: time alone never improves anything', () => {
  it('however much of it passes', () => {
    let changed = 0
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 0, max: 200 }), (history, hours) => {
        const facts = factsOf(history)
        const later = new Date(NOW.getTime() + hours * 3_600_000)
        const { was, is } = expectNoBetter(facts, facts, later)
        if (JSON.stringify(plain(was)) !== JSON.stringify(plain(is))) changed += 1
      }),
      RUNS,
    )
    expect(changed).toBeGreaterThan(3000)
  })
})

describe('invariant 3: no history passes a gate without a valid, current pass for it on this content', () => {
  it('nor releases anything whose global gates have not passed', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(anyHistory, (history) => {
        const facts = factsOf(history)
        for (const { gate, status } of judge(facts).gates) {
          seen.set(status, (seen.get(status) ?? 0) + 1)
          if (status === 'passed') expect(facts.evidence.some((each) => isValidPass(each, gate, facts))).toBe(true)
          if (status === 'skipped') expect(facts.skips.some((skip) => skip.gate === gate)).toBe(true)
        }
        for (const profile of PROFILES) {
          if (judgeRelease(MODEL, facts, profile, NOW).verdict !== 'go') continue
          seen.set(`go ${profile.id}`, (seen.get(`go ${profile.id}`) ?? 0) + 1)
          const needed = judge(facts, profile.id).gates.filter(({ status }) => status !== 'not-applicable')
          expect(needed.length).toBeGreaterThan(0)
          const reallyPassed = ({ gate }: JudgedGate) => facts.evidence.some((each) => isValidPass(each, gate, facts))
          expect(needed.filter((gate) => gate.layer === 'contract-global' && !reallyPassed(gate))).toEqual([])
          expect(needed.filter((gate) => profile.kind !== 'fast' && !reallyPassed(gate))).toEqual([])
        }
      }),
      RUNS,
    )
    for (const status of Object.keys(GOODNESS)) expect({ status, seen: (seen.get(status) ?? 0) > 20 }).toMatchObject({ seen: true })
    for (const { id } of PROFILES) expect({ id, seen: (seen.get(`go ${id}`) ?? 0) > 20 }).toMatchObject({ seen: true })
  })
})

describe('invariant 4: a skip is never counted as passed, and the counts add up to the required set', () => {
  it('every gate is judged once, and what is needed is what was asked for', () => {
    const all = [...listGates(MODEL).keys()].sort()
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { gates } = judge(factsOf(history))
        expectSame(gates.map(({ gate }) => gate).sort(), all)
        const required = new Set([...(history.plan?.gates ?? laneGates()), ...globalGates()])
        const applicable = gates.filter(({ status }) => status !== 'not-applicable')
        const surplus = applicable.filter(({ gate }) => !required.has(gate))
        expect(applicable.length - surplus.length).toBe(required.size)
        expect(surplus.filter(({ status }) => status !== 'failed' && !history.contradictory)).toEqual([])
        for (const { status, satisfied, reasons } of gates) {
          expect(satisfied).toBe(status === 'passed' || status === 'skipped' || status === 'not-applicable')
          expect(reasons.length).toBeGreaterThan(0)
          if (status === 'passed') expect(reasons[0]?.code).toMatch(/^evidence\.passed/)
        }
      }),
      RUNS,
    )
  })
})

describe('invariant 5: what is for other content or another gate has no effect', () => {
  it('evidence, skips and runs of other content', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (history, other) => {
        const facts = factsOf(history)
        const foreign = factsOf(other)
        const elsewhere = <T>(all: readonly T[]) => all.map((each) => ({ ...each, content: ELSEWHERE }))
        const mixed = {
          ...facts,
          evidence: [...facts.evidence, ...elsewhere(foreign.evidence).map((each) => ({ ...each, id: `other-${each.id}` }))],
          skips: [...facts.skips, ...elsewhere(foreign.skips)],
          runs: [...facts.runs, ...elsewhere(foreign.runs)],
        }
        expectSame(judge(mixed), judge(facts))
        for (const profile of PROFILES) expectSame(judgeRelease(MODEL, mixed, profile, NOW), judgeRelease(MODEL, facts, profile, NOW))
      }),
      RUNS,
    )
  })

  it('evidence of another gate', () => {
    fc.assert(
      fc.property(anyHistory, anyEvidence, anyOwnContent, anyPosition, (history, added, content, sequence) => {
        const after = { ...history, evidence: [...history.evidence, { ...added, content, id: 'other', sequence }] }
        const others = (facts: CandidateFacts) => judge(facts).gates.filter(({ gate }) => gate !== added.gate)
        expectSame(others(factsOf(after)), others(factsOf(history)))
      }),
      RUNS,
    )
  })
})

describe('invariant 7: the producers’ clocks change nothing', () => {
  it('nor does the order in which the facts are handed in', () => {
    const anyMoment = fc.option(fc.date({ noInvalidDate: true }).map((date) => date.toISOString()))
    fc.assert(
      fc.property(anyHistory, anyMoment, anyMoment, (history, startedAt, finishedAt) => {
        const facts = factsOf(history)
        const turned = {
          ...facts,
          evidence: facts.evidence.map((each) => ({ ...each, startedAt, finishedAt })).reverse(),
          skips: [...facts.skips].reverse(),
          runs: [...facts.runs].reverse(),
        }
        expectSame(judge(turned), judge(facts))
        expectSame(judgeRelease(MODEL, turned, FAST, NOW), judgeRelease(MODEL, facts, FAST, NOW))
      }),
      RUNS,
    )
  })
})

function laneGates(): string[] {
  return MODEL.lanes.flatMap(({ gates }) => gates.map(({ id }) => id))
}

function globalGates(): string[] {
  return laneGates().filter((id) => id.startsWith('global/'))
}

function isValidPass(evidence: Evidence, id: string, { names }: CandidateFacts): boolean {
  const gate = listGates(MODEL).get(id)
  if (gate === undefined || evidence.gate !== id || evidence.result !== 'passed' || evidence.revoked !== null) return false
  const current = evidence.gateDefinition === gateDefinition(gate) && !isPastAge(evidence.receivedAt, gate.maxAgeSeconds, NOW)
  return current && mayPass(gate, evidence.producer) && evidence.counts?.executed !== 0 && speaksFor(evidence.content, names)
}

function countsAsPass(evidence: Evidence): boolean {
  const gate = listGates(MODEL).get(evidence.gate)
  const lists = { baseline: MODEL.guardBaseline, allowedDebt: MODEL.guardAllowedDebt }
  const mode = guardModes(MODEL.packets).get(evidence.gate) ?? null
  return gate !== undefined && weighEvidence(evidence, gate, { mode, lists }, NOW).says === 'passed'
}

function replace(history: History, chosen: Evidence, by: Evidence | null): History {
  return { ...history, evidence: history.evidence.flatMap((each) => (each === chosen ? (by ?? []) : each)) }
}

function aTemplate({ evidence }: History): Evidence {
  const own = evidence.find(({ content }) => content !== ELSEWHERE)
  if (own === undefined) throw new Error('a history that goes has evidence')
  return own
}

/** Statuses and debt alone: a refused skip names another code when its proof was revoked than when nobody knows it. */
function plain({ gates }: JudgedCandidate) {
  return gates.map(({ gate, status, satisfied, overlays, debt, evidence }) => ({ gate, status, satisfied, overlays, debt, evidence }))
}
