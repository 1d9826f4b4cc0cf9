import { describe, expect, it } from 'vitest'
import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import {
  aCandidatePlan,
  aFailure,
  aFastProfile,
  aPass,
  aProfile,
  aRun,
  aSkip,
  ELSEWHERE,
  NOW,
  someFacts,
  someNames,
} from '#test/builders/a-candidate.ts'
import { aGate, aLane, aModel } from '#test/builders/a-model.ts'
import { listGates } from '../routing/gate-catalogue.ts'
import { judgeCandidate } from './judge-candidate.ts'

const model = aModel({ lanes: [aLane('iam'), aLane('billing')], profiles: [aProfile(), aFastProfile()] })
const unit = aGate('domain-local', 'billing', 'unit')

function statuses(facts: CandidateFacts, profile: string | null = null, within: OperatingModel = model): Record<string, string> {
  const { gates } = judgeCandidate(within, facts, { profile, now: NOW })
  return Object.fromEntries(gates.map(({ gate, status }) => [gate, status]))
}

function needed(facts: CandidateFacts, profile: string | null = null): string[] {
  return Object.entries(statuses(facts, profile)).flatMap(([gate, status]) => (status === 'not-applicable' ? [] : [gate]))
}

describe('what a candidate needs', () => {
  it('without a plan: every gate of every lane', () => {
    expect(needed(someFacts())).toEqual(
      model.lanes
        .flatMap(({ gates }) => gates.map(({ id }) => id))
        .filter(unique)
        .sort(byLayer),
    )
  })

  it('OM-7: with a plan what it asks for, and whatever any lane lists as global today', () => {
    expect(needed(someFacts({ plan: aCandidatePlan([unit.id]) }))).toEqual(['global/contracts', unit.id])
  })

  it('what a plan leaves out comes with the rule that left it out', () => {
    const plan = aCandidatePlan([], { notRequired: [{ id: unit.id, because: 'no changed file belongs to billing' }] })
    const judged = judgeCandidate(model, someFacts({ plan }), { profile: null, now: NOW, gates: [unit.id] })
    expect(judged.gates[0]).toMatchObject({ status: 'not-applicable', satisfied: true })
    expect(judged.gates[0]?.reasons[0]?.text).toContain('no changed file belongs to billing')
  })

  it('what failed although no plan asks for it', () => {
    expect(statuses(someFacts({ plan: aCandidatePlan([]), evidence: [aFailure(unit)] }))[unit.id]).toBe('failed')
  })

  it('the smoke and the rollback gate of the profile that is asked for', () => {
    const plan = aCandidatePlan([])
    expect(needed(someFacts({ plan }))).toEqual(['global/contracts'])
    expect(needed(someFacts({ plan }), 'hotfix-fast')).toEqual(['global/contracts', 'global/hotfix-smoke', 'global/rollback-drill'])
  })

  it('no skip at all, when the profile that is asked for is not known', () => {
    const smoke = { ...aGate('consumer-smoke', 'billing', 'precheck'), maxAgeSeconds: 60 }
    const within = { ...model, lanes: [aLane('billing', { gates: [smoke] })] }
    const prior = aPass(smoke)
    const facts = someFacts({ evidence: [prior], skips: [aSkip(smoke, prior)] })
    expect(statuses(facts, 'hotfix-fast', within)[smoke.id]).toBe('skipped')
    expect(statuses(facts, 'unheard-of', within)[smoke.id]).toBe('stale')
  })

  it('a gate that the plan asks for and nobody declares any longer: what it once showed is stale', () => {
    const gone = aGate('domain-local', 'billing', 'gone')
    const facts = someFacts({ plan: aCandidatePlan([gone.id]), evidence: [aPass(gone)] })
    expect(statuses(facts)).toMatchObject({ 'billing/local/gone': 'stale' })
  })
})

describe('the answer', () => {
  it('judges every gate there is, once, by layer, domain and id', () => {
    const { gates } = judgeCandidate(model, someFacts(), { profile: null, now: NOW })
    expect(gates.map(({ gate }) => gate).sort()).toEqual([...listGates(model).keys()].sort())
    expect(gates.map(({ layer }) => layer)).toEqual([...gates.map(({ layer }) => layer)].sort(byLayerName))
  })

  it('judges only the gates that are asked for', () => {
    const { gates } = judgeCandidate(model, someFacts(), { profile: null, now: NOW, gates: [unit.id, 'nobody/local/knows'] })
    expect(gates.map(({ gate }) => gate)).toEqual([unit.id])
  })

  it('answers for content that nobody has seen: everything is missing', () => {
    const unseen = someFacts({ names: someNames({ commits: [], trees: [] }) })
    expect(new Set(Object.values(statuses(unseen)))).toEqual(new Set(['missing', 'not-applicable']))
  })

  it('answers that every gate is blocked when a commit was named with two trees, but for what failed', () => {
    const names = someNames({ contradictions: ['c'.repeat(40)] })
    const judged = statuses(someFacts({ names, evidence: [aPass(aGate('contract-global', 'billing', 'contracts')), aFailure(unit)] }))
    expect(new Set(Object.values(judged))).toEqual(new Set(['blocked', 'failed']))
    expect(judged[unit.id]).toBe('failed')
  })

  it('takes the server’s sequence, not the order of the lists', () => {
    const facts = someFacts({ evidence: [aPass(unit, { sequence: 1 }), aFailure(unit, { sequence: 2 }), aPass(unit, { sequence: 3 })] })
    const turned = { ...facts, evidence: [...facts.evidence].reverse() }
    expect(judgeCandidate(model, turned, { profile: null, now: NOW })).toEqual(judgeCandidate(model, facts, { profile: null, now: NOW }))
  })

  it('names the owner of the lane, and release management for a global gate', () => {
    const { gates } = judgeCandidate(model, someFacts(), { profile: null, now: NOW, gates: ['global/contracts', unit.id] })
    expect(gates.map(({ reasons }) => reasons[0]?.actors)).toEqual([['release management'], ['@billing']])
  })
})

describe('what speaks for other content has no effect', () => {
  it('neither evidence nor a skip nor a run', () => {
    const elsewhere = { content: ELSEWHERE }
    const facts = someFacts({
      evidence: [aPass(unit, elsewhere), aFailure(unit, elsewhere)],
      skips: [aSkip(unit, null, elsewhere)],
      runs: [aRun([unit], elsewhere)],
    })
    expect(statuses(facts)).toEqual(statuses(someFacts()))
  })
})

describe('a large candidate', () => {
  // A guard against work that grows with the square, not a measurement: that is bench/board.
  it('6,000 gates with 6,000 pieces of evidence are judged at once', () => {
    const lanes = Array.from({ length: 200 }, (_, at) =>
      aLane(`domain-${at}`, { gates: Array.from({ length: 30 }, (_each, gate) => aGate('domain-local', `domain-${at}`, `gate-${gate}`)) }),
    )
    const large = aModel({ lanes })
    const facts = someFacts({ evidence: lanes.flatMap(({ gates }) => gates).map((gate, at) => aPass(gate, { sequence: at + 1 })) })
    const began = performance.now()
    const { gates } = judgeCandidate(large, facts, { profile: null, now: NOW })
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(gates.filter(({ status }) => status === 'passed').length).toBe(6000)
  })

  it('ten thousand pieces of evidence for one gate are no more work each', () => {
    const evidence = Array.from({ length: 10_000 }, (_, at) =>
      at % 2 === 0 ? aFailure(unit, { sequence: at }) : aPass(unit, { sequence: at, supersedes: [`evidence-${at - 1}`] }),
    )
    const began = performance.now()
    expect(statuses(someFacts({ evidence }))[unit.id]).toBe('passed')
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

const LAYERS = ['contract-global', 'domain-local', 'consumer-smoke', 'service-evidence']

function byLayerName(a: string, b: string): number {
  return LAYERS.indexOf(a) - LAYERS.indexOf(b)
}

function unique(id: string, at: number, all: readonly string[]): boolean {
  return all.indexOf(id) === at
}

function byLayer(a: string, b: string): number {
  const layerOf = (id: string) => listGates(model).get(id)?.layer ?? ''
  return byLayerName(layerOf(a), layerOf(b)) || (a < b ? -1 : 1)
}
