import { describe, expect, it } from 'vitest'
import type { Gate } from '#lib/model/gate.ts'
import { PRIOR_REFUSALS, type PriorRefusal, type SkipWithProof } from '#lib/model/skip.ts'
import {
  aFailure,
  aFastProfile,
  aPass,
  aProfile,
  aSkip,
  ELSEWHERE,
  hoursAgo,
  NOW,
  REBASED,
  revoked,
  someNames,
  TREE,
} from '#test/builders/a-candidate.ts'
import { aGate } from '#test/builders/a-model.ts'
import { judgeSkip } from './judge-skip.ts'
import type { SkipFacts } from './why-not-prior.ts'

const smoke = aGate('consumer-smoke', 'billing', 'precheck', { run: 'make precheck', producers: ['ci'] })
const drill = aGate('service-evidence', 'billing', 'drill')
const pass = aPass(smoke)

function judge(skip: SkipWithProof, given: Partial<SkipFacts> = {}) {
  return judgeSkip(skip, { gate: smoke, profile: aFastProfile(), names: someNames(), ...given }, NOW)
}

describe('OM-72: an expensive gate may be left out only with earlier evidence for the same source or artifact', () => {
  it('is accepted with a pass of the same gate on the same commit', () => {
    expect(judge(aSkip(smoke, pass))).toMatchObject({ state: 'accepted', refusal: null, reason: { code: 'skip.accepted' } })
  })

  it('is accepted after a rebase: another commit, the same tree', () => {
    expect(judge(aSkip(smoke, aPass(smoke, { content: { gitCommit: REBASED, gitTree: TREE } }))).state).toBe('accepted')
  })

  it('is accepted for the same immutable artifact', () => {
    const sha256 = 'a'.repeat(64)
    const skip = aSkip(smoke, aPass(smoke, { content: { sha256 } }))
    expect(judge(skip, { names: someNames({ digests: [sha256] }) }).state).toBe('accepted')
  })

  it('is accepted when the profile names the gate itself', () => {
    expect(judge(aSkip(smoke, pass), { profile: aFastProfile({ maySkip: [smoke.id] }) }).state).toBe('accepted')
  })

  it('takes evidence until it is exactly as old as the profile allows, by the server’s clock', () => {
    expect(judge(aSkip(smoke, aPass(smoke, { receivedAt: hoursAgo(72) }))).state).toBe('accepted')
    expect(judge(aSkip(smoke, aPass(smoke, { receivedAt: new Date(hoursAgo(72).getTime() - 1) }))).refusal).toBe('expired')
  })

  it('leaves the age to the gate when the profile says none', () => {
    const gate = { ...smoke, maxAgeSeconds: 3600 }
    const old = aSkip(gate, aPass(gate, { receivedAt: hoursAgo(2) }))
    expect(judge(old, { gate, profile: aFastProfile({ maxEvidenceAgeSeconds: null }) }).refusal).toBe('expired')
  })
})

const changed: Gate = { ...smoke, run: 'make precheck-all' }

const ALONE: readonly [refusal: PriorRefusal, because: string, skip: SkipWithProof, given: Partial<SkipFacts>][] = [
  ['no-evidence', 'it names no prior', aSkip(smoke, null), {}],
  ['no-evidence', 'nobody knows the id', aSkip(smoke, null, { prior: 'evidence-77' }), {}],
  ['no-evidence', 'the prior is of another gate', aSkip(smoke, aPass(drill)), {}],
  ['content-mismatch', 'the prior is for another tree', aSkip(smoke, aPass(smoke, { content: ELSEWHERE })), {}],
  ['gate-changed', 'the command of the gate has changed since', aSkip(smoke, pass), { gate: changed }],
  ['expired', 'the prior is older than the profile takes', aSkip(smoke, aPass(smoke, { receivedAt: hoursAgo(73) })), {}],
  ['not-passed', 'the prior failed', aSkip(smoke, aFailure(smoke)), {}],
  ['not-passed', 'the prior is partial', aSkip(smoke, aPass(smoke, { result: 'partial' })), {}],
  [
    'not-passed',
    'the prior executed no test',
    aSkip(smoke, aPass(smoke, { counts: { executed: 0, passed: 0, failed: 0, skipped: 4 } })),
    {},
  ],
  ['revoked', 'the prior was taken back', aSkip(smoke, revoked(pass)), {}],
  ['skip-of-skip', 'the prior is a skip', aSkip(smoke, null, { prior: 'skip-1', proof: { kind: 'skip' } }), {}],
  ['skip-of-skip', 'the prior is evidence that says skipped', aSkip(smoke, aPass(smoke, { result: 'skipped' })), {}],
  [
    'not-authorised',
    'the profile does not list the gate',
    aSkip(smoke, pass),
    { profile: aFastProfile({ maySkip: ['service-evidence'] }) },
  ],
  ['not-authorised', 'the profile is not fast', aSkip(smoke, pass), { profile: aProfile({ maySkip: ['consumer-smoke'] }) }],
  ['not-authorised', 'there is no such profile', aSkip(smoke, pass), { profile: null }],
  ['not-authorised', 'it gives no reason', aSkip(smoke, pass, { reason: '  ' }), {}],
  [
    'not-authorised',
    'the prior is from somebody who may not show the gate',
    aSkip(smoke, aPass(smoke, { producer: { identity: 'token:laptop', name: 'laptop' } })),
    {},
  ],
]

describe('each refusal alone', () => {
  it.each(ALONE)('%s: %s', (refusal, _because, skip, given) => {
    expect(judge(skip, given)).toMatchObject({ state: 'refused', refusal, reason: { code: `skip.${refusal}` } })
  })

  it('is shown for every refusal there is', () => {
    expect(new Set(ALONE.map(([refusal]) => refusal))).toEqual(new Set(PRIOR_REFUSALS))
  })

  it.each(ALONE)('%s says what was found, who can move it and how: %s', (_refusal, _because, skip, given) => {
    const { reason } = judge(skip, given)
    expect(reason.text).toMatch(/^A skip under the profile hotfix-fast is refused: [^\n]+\.$/)
    expect(reason.refs).toContain(`skip:${skip.id}`)
    expect(reason.actors).toEqual(['the owner of billing'])
    expect(reason.next?.command).toContain(`lanekeeper run ${smoke.id} -- make precheck`)
  })
})

describe('a profile never lets a global contract gate be skipped', () => {
  it('whatever it lists, and whatever the proof', () => {
    const contracts = aGate('contract-global', 'billing', 'contracts')
    const profile = aFastProfile({ maySkip: ['contract-global', contracts.id] })
    expect(judge(aSkip(contracts, aPass(contracts)), { gate: contracts, profile }).refusal).toBe('not-authorised')
  })
})

describe('of several faults the first in order is named', () => {
  it('a revoked failure of another tree for an older gate is revoked', () => {
    const prior = revoked(aFailure(smoke, { content: ELSEWHERE, receivedAt: hoursAgo(99) }))
    expect(judge(aSkip(smoke, prior), { gate: changed }).refusal).toBe('revoked')
  })

  it('a skip that the profile does not allow is so before its proof is looked at', () => {
    expect(judge(aSkip(smoke, null), { profile: aFastProfile({ maySkip: [] }) }).refusal).toBe('not-authorised')
  })
})

describe('the token that the server was given at its start', () => {
  it('counts as every producer', () => {
    const prior = aPass(smoke, { producer: { identity: 'token:initial', name: 'LANEKEEPER_INIT_CI_TOKEN' } })
    expect(judge(aSkip(smoke, prior)).state).toBe('accepted')
  })
})
