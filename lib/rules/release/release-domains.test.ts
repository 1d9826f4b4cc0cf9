import { describe, expect, it } from 'vitest'
import { aPass, aProfile, NOW, someFacts } from '#test/builders/a-candidate.ts'
import { aGate, aLane, aModel } from '#test/builders/a-model.ts'
import { defaultProfile } from './default-profile.ts'
import { judgeCandidate } from './judge-candidate.ts'
import { releaseDomains } from './release-domains.ts'

describe('a release by what it asks of whom', () => {
  const [unit, smoke] = [aGate('domain-local', 'billing', 'unit'), aGate('consumer-smoke', 'billing', 'smoke')]
  const lanes = [aLane('billing', { gates: [aGate('contract-global', 'billing', 'contracts'), unit, smoke] }), aLane('web', { gates: [] })]
  const facts = someFacts({ evidence: [aPass(unit)] })
  const { gates } = judgeCandidate(aModel({ lanes }), facts, { profile: null, now: NOW })
  const found = releaseDomains(lanes, gates, new Set([smoke.id]), new Map([['billing', 'not-eligible']]))

  it('has the whole platform first, then every domain, also one of which nothing is needed', () => {
    expect(found.map(({ domain, gates }) => [domain, gates])).toEqual([
      [null, gates.filter(({ domain }) => domain === null).length],
      ['billing', 2],
      ['web', 0],
    ])
    expect(found[2]).toMatchObject({ status: 'not-applicable', eligibility: null })
  })

  it('counts every gate once, by its status, and takes the worst for the domain', () => {
    expect(found[1]).toMatchObject({ status: 'missing', unsatisfied: 1, eligibility: 'not-eligible' })
    expect(found[1]?.counts).toMatchObject({ passed: 1, missing: 1, skipped: 0 })
    expect(found.reduce((sum, each) => sum + Object.values(each.counts).reduce((one, other) => one + other, 0), 0)).toBe(gates.length)
  })

  it('names a domain that has no lane any more', () => {
    const gone = { ...gates[0], gate: 'gone/local/x', domain: 'gone', status: 'missing', debt: [] } as (typeof gates)[number]
    expect(releaseDomains(lanes, [gone], new Set(), new Map()).at(-1)).toMatchObject({ domain: 'gone', title: 'gone', gates: 1 })
  })
})

describe('the profile that is meant when none is named', () => {
  it('is the first that is full and enforcing, else the first, and none where there is none', () => {
    const [dry, fast, full] = [aProfile({ id: 'dry', mode: 'advisory' }), aProfile({ id: 'fast', kind: 'fast' }), aProfile({ id: 'full' })]
    expect(defaultProfile([dry, fast, full])).toBe(full)
    expect(defaultProfile([dry, fast])).toBe(dry)
    expect(defaultProfile([])).toBeNull()
  })
})
