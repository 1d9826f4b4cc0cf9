import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { DomainEligibility } from '#lib/model/eligibility.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'
import { aCandidatePlan, COMMIT, ELSEWHERE, TREE } from '#test/builders/a-candidate.ts'
import { aGate } from '#test/builders/a-model.ts'
import { judgeWorld, READY, READY_GATES, type ReadyWorld, ROLLBACK } from '#test/builders/a-ready-world.ts'
import { aGrantedException } from '#test/builders/an-exception.ts'
import { alter, anyEvidence, anyReadyWorld, record, takeBack } from '#test/builders/any-ready-world.ts'
import { expectSame } from '#test/expect-same.ts'
import { gateDefinition } from '../evidence/gate-definition.ts'
import { judgeCandidate } from '../release/judge-candidate.ts'
import { gatesOfDomain } from './gates-of-domain.ts'
import { judgeEligibility } from './judge-eligibility.ts'

const RUNS = { numRuns: 10_000 }
const DAY = 24 * 3600 * 1000

const GATES = Object.values(READY_GATES)

/** Evidence that by itself proves a gate, told without the rules: passed, on this content, as the gate is today, within its days. */
function proofs(world: ReadyWorld, gate: Gate, days = Number.POSITIVE_INFINITY): readonly Evidence[] {
  return world.facts.evidence.filter(
    (each) =>
      each.gate === gate.id &&
      each.result === 'passed' &&
      each.revoked === null &&
      (each.content.gitCommit === COMMIT || each.content.gitTree === TREE) &&
      each.counts?.executed !== 0 &&
      each.gateDefinition === gateDefinition(gate) &&
      world.now.getTime() - each.receivedAt.getTime() <= days * DAY,
  )
}

/** Items that are met after and were not before. */
function won(before: DomainEligibility, after: DomainEligibility): readonly string[] {
  return before.unmet.filter((id) => !after.unmet.includes(id))
}

function expectNothingWon(before: DomainEligibility, after: DomainEligibility): void {
  expect(won(before, after)).toEqual([])
  if (before.verdict !== 'eligible') expect(after.verdict).not.toBe('eligible')
}

describe('rules of exceptions: an exception never satisfies an item, and never changes one', () => {
  it('whatever is excepted, the eight items are the same but for the overlay', () => {
    let excepted = 0
    fc.assert(
      fc.property(anyReadyWorld, fc.subarray(GATES, { minLength: 1 }), (world, gates) => {
        const before = judgeWorld(world)
        const refs = world.facts.evidence.map(({ id }) => `evidence:${id}`)
        const granted = aGrantedException(
          gates.map(({ id }) => id),
          { seen: refs, risk: 'high', expiresAt: new Date(world.now.getTime() + DAY) },
        )
        const after = judgeWorld({ ...world, facts: { ...world.facts, exceptions: [granted] } })
        expect(after.verdict).toBe(before.verdict)
        const statuses = ({ items }: DomainEligibility) => items.map(({ id, status }) => [id, status])
        expectSame(statuses(after), statuses(before))
        if (after.items.some(({ overlays }) => overlays.includes('excepted'))) excepted += 1
      }),
      RUNS,
    )
    expect(excepted).toBeGreaterThan(5000)
  })
})

describe('OM-27, invariant 3: no domain is eligible without valid, current, own evidence behind each item', () => {
  it('eligible worlds have a proof of every gate that an item leans on, and everything declared', () => {
    let eligible = 0
    fc.assert(
      fc.property(anyReadyWorld, (world) => {
        const found = judgeWorld(world)
        expect(found.verdict === 'eligible').toBe(found.unmet.length === 0)
        expect(found.unmet).toEqual(found.items.filter(({ status }) => status !== 'passed').map(({ id }) => id))
        if (found.verdict !== 'eligible') return
        eligible += 1
        for (const gate of GATES) if (proofs(world, gate).length === 0) throw new Error(`nothing proves ${gate.id}`)
        if (proofs(world, READY_GATES.harness, 30).length === 0) throw new Error('the harness is older than 30 days')
        if (proofs(world, READY_GATES.slo, 7).length === 0) throw new Error('the SLO is older than 7 days')
        const drills = proofs(world, READY_GATES.rollback, 30).map(({ command }) => command)
        if (!drills.includes(ROLLBACK)) throw new Error('the rollback was not tested with its command')
        const [packet] = world.model.packets
        expect(packet?.decision?.recommendation).not.toBe('keep')
        const [callers, consumers] = [packet?.crossProcessCallers, packet?.supportedConsumers]
        for (const list of [callers, consumers]) expect(list && ('none' in list ? list.none : list.entries.length)).toBeTruthy()
        expect(['blocking_new', 'blocking']).toContain(packet?.boundaryGuard?.mode)
        expect(world.model.profiles.find(({ id }) => id === packet?.releaseProfile)).toMatchObject({ kind: 'full', mode: 'enforcing' })
        const newest = proofs(world, READY_GATES.guard).at(-1)?.findings ?? []
        expect(newest.map(({ fingerprint }) => fingerprint).filter((each) => each === 'expired' || each === 'unheard-of')).toEqual([])
      }),
      RUNS,
    )
    expect(eligible).toBeGreaterThan(1_000)
  })

  it('a skip never stands for a pass: where one decides a gate, its items are unmet', () => {
    let skipped = 0
    fc.assert(
      fc.property(anyReadyWorld, (world) => {
        const [skip] = world.facts.skips
        const gate = GATES.find(({ id }) => id === skip?.gate)
        if (gate === undefined || proofs(world, gate).length > 0) return
        skipped += 1
        expect(judgeWorld(world).verdict).not.toBe('eligible')
      }),
      { numRuns: 20_000 },
    )
    expect(skipped).toBeGreaterThan(100)
  })
})

describe('invariant 2: what is bad never makes an item better', () => {
  it('adding evidence that is failed, in error, partial, blocked or skipped', () => {
    const anyBad = fc.constantFrom<Evidence['result']>('failed', 'error', 'partial', 'blocked', 'skipped')
    fc.assert(
      fc.property(anyReadyWorld, anyEvidence, anyBad, (world, { gate, given }, result) => {
        expectNothingWon(judgeWorld(world), judgeWorld(record(world, gate, { ...given, result })))
      }),
      RUNS,
    )
  })

  it('adding a failure to a domain that was eligible makes it not', () => {
    let turned = 0
    fc.assert(
      fc.property(anyReadyWorld, fc.constantFrom(...GATES), (world, gate) => {
        if (judgeWorld(world).verdict !== 'eligible') return
        turned += 1
        expect(judgeWorld(record(world, gate, { result: 'failed' })).unmet).toContain('profile-gates')
      }),
      RUNS,
    )
    expect(turned).toBeGreaterThan(1_000)
  })

  it('withholding or taking back a pass', () => {
    const isClean = ({ result, counts, findings }: Evidence) =>
      result === 'passed' && counts === null && (findings === null || findings.length === 0)
    fc.assert(
      fc.property(anyReadyWorld, fc.nat(12), fc.boolean(), (world, at, withhold) => {
        const after = alter(world, at, (each) => (isClean(each) ? (withhold ? null : takeBack(each)) : each))
        expectNothingWon(judgeWorld(world), judgeWorld(after))
      }),
      RUNS,
    )
  })

  it('time alone', () => {
    fc.assert(
      fc.property(anyReadyWorld, fc.constantFrom(1, 3_599_000, 7_200_000, DAY, 3 * DAY, 8 * DAY, 40 * DAY), (world, later) => {
        expectNothingWon(judgeWorld(world), judgeWorld({ ...world, now: new Date(world.now.getTime() + later) }))
      }),
      RUNS,
    )
  })
})

describe('invariant 5: evidence for anything else has no effect', () => {
  it('other content, another gate, another domain', () => {
    const others = [aGate('domain-local', 'web', 'unit'), aGate('domain-local', 'platform-billing', 'another')]
    fc.assert(
      fc.property(anyReadyWorld, anyEvidence, fc.constantFrom(null, ...others), (world, { gate, given }, other) => {
        const after = other === null ? record(world, gate, { ...given, content: ELSEWHERE }) : record(world, other, given)
        expectSame(judgeWorld(after), judgeWorld(world))
      }),
      RUNS,
    )
  })

  it("the producers' own clocks", () => {
    const anyMoment = fc.constantFrom(null, '1970-01-01T00:00:00Z', '2099-12-31T23:59:59Z')
    fc.assert(
      fc.property(anyReadyWorld, anyMoment, anyMoment, (world, startedAt, finishedAt) => {
        const evidence = world.facts.evidence.map((each) => ({ ...each, startedAt, finishedAt }))
        expectSame(judgeWorld({ ...world, facts: { ...world.facts, evidence } }), judgeWorld(world))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a candidate that was judged for the gates of a domain alone has the same eight items', () => {
  it('whatever was recorded, and whether or not a plan needs them', () => {
    const other = aGate('domain-local', 'web', 'unit')
    let planned = 0
    fc.assert(
      fc.property(anyReadyWorld, fc.option(fc.subarray(GATES.map(({ id }) => id))), (world, needed) => {
        const { model, documents, now } = record(world, other, { result: 'failed' })
        const plan = needed === null ? null : aCandidatePlan(needed)
        if (plan !== null) planned += 1
        const facts = { ...world.facts, plan }
        const gates = gatesOfDomain(model, READY)
        const judge = (narrowed: { readonly gates?: readonly string[] }, seen: CandidateFacts) =>
          judgeEligibility(model, READY, judgeCandidate(model, seen, { profile: null, now, ...narrowed }), seen, documents, now)
        const ofGates = { ...facts, evidence: facts.evidence.filter(({ gate }) => gates.includes(gate)) }
        expectSame(judge({ gates }, ofGates), judge({}, facts))
      }),
      { numRuns: 2_000 },
    )
    expect(planned).toBeGreaterThan(500)
  })
})
