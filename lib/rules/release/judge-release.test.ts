import { describe, expect, it } from 'vitest'
import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import {
  aCandidatePlan,
  aFailure,
  aFastProfile,
  aPass,
  aProfile,
  aRun,
  aSkip,
  CONTENT,
  ciRun,
  hoursAgo,
  NOW,
  REBASED,
  revoked,
  someFacts,
  TREE,
} from '#test/builders/a-candidate.ts'
import { aGate, aLane, aModel } from '#test/builders/a-model.ts'
import { listGates } from '../routing/gate-catalogue.ts'
import { judgeRelease } from './judge-release.ts'

const contracts = aGate('contract-global', 'billing', 'contracts')
const unit = aGate('domain-local', 'billing', 'unit')
const smoke = aGate('consumer-smoke', 'billing', 'precheck', { maxAgeSeconds: 24 * 3600 })
const drill = aGate('service-evidence', 'billing', 'drill', { maxAgeSeconds: 24 * 3600 })
const full = aProfile()
const fast = aFastProfile()
const model = aModel({ lanes: [aLane('billing', { gates: [contracts, unit, smoke, drill] })], profiles: [full, fast] })
const catalogue = listGates(model)
const profileSmoke = named('global/hotfix-smoke')
const rollback = named('global/rollback-drill')

function named(id: string): Gate {
  const gate = catalogue.get(id)
  if (gate === undefined) throw new Error(`no gate ${id}`)
  return gate
}

/** Every one of these gates passed on the candidate, an hour ago. */
function passes(...gates: readonly Gate[]) {
  return gates.map((gate, at) => aPass(gate, { id: `pass-${gate.id}`, sequence: at + 1 }))
}

function release(profile: ReleaseProfile, given: Partial<CandidateFacts>) {
  return judgeRelease(model, someFacts(given), profile, NOW)
}

describe('release verdict of a candidate', () => {
  const all = passes(contracts, unit, smoke, drill)

  it('go when every gate it needs is satisfied', () => {
    expect(release(full, { evidence: all })).toEqual({
      verdict: 'go',
      profile: 'platform-control',
      unsatisfied: [],
      reviews: [],
      proofs: [],
      exceptions: [],
    })
  })

  it('no-go when one is not, naming it', () => {
    expect(release(full, { evidence: passes(contracts, smoke, drill) })).toMatchObject({ verdict: 'no-go', unsatisfied: [unit.id] })
  })

  it('no-go when one has failed that the plan does not need', () => {
    const plan = aCandidatePlan([contracts.id])
    const evidence = [...passes(contracts), aFailure(unit, { sequence: 9 })]
    expect(release(full, { plan, evidence })).toMatchObject({ verdict: 'no-go', unsatisfied: [unit.id] })
  })

  it('waiting while one is pending', () => {
    const evidence = passes(contracts, smoke, drill)
    expect(release(full, { evidence, runs: [aRun([unit], { sequence: 9 })] })).toMatchObject({ verdict: 'waiting', unsatisfied: [unit.id] })
  })

  it('no longer waiting once the run is over', () => {
    const runs = [aRun([unit], { sequence: 9, closedAt: NOW })]
    expect(release(full, { evidence: passes(contracts, smoke, drill), runs }).verdict).toBe('no-go')
  })

  it('no-go while a review that routing asked for is missing: nobody can approve one yet', () => {
    const plan = aCandidatePlan([contracts.id], { reviews: ['architecture'] })
    expect(release(full, { plan, evidence: all })).toMatchObject({
      verdict: 'no-go',
      unsatisfied: [],
      reviews: [{ domain: 'architecture', state: 'missing' }],
    })
  })

  it('no-go without a plan when a part of the model could not be read: what it asks for is not known', () => {
    const faulty = { ...model, diagnostics: aModel({ faultyMap: 'package' }).diagnostics }
    const planned = aCandidatePlan([contracts, unit, smoke, drill].map(({ id }) => id))
    expect(judgeRelease(faulty, someFacts({ evidence: all }), full, NOW)).toMatchObject({
      verdict: 'no-go',
      reviews: [{ domain: 'architecture' }],
    })
    expect(judgeRelease(faulty, someFacts({ evidence: all, plan: planned }), full, NOW).verdict).toBe('go')
  })

  it('no-go when nothing is needed at all: an empty set shows nothing', () => {
    expect(judgeRelease(aModel({ profiles: [full] }), someFacts({ plan: aCandidatePlan([]) }), full, NOW).verdict).toBe('no-go')
  })
})

describe('only an enforcing fast profile may leave a gate out', () => {
  const old = aPass(smoke, { id: 'old', sequence: 1, receivedAt: hoursAgo(30) })
  const evidence = [old, ...passes(contracts, unit, drill, profileSmoke, rollback)]

  it.each([
    ['full', aProfile({ id: 'hotfix-fast', maySkip: ['consumer-smoke'] })],
    ['validation-only', aProfile({ id: 'hotfix-fast', kind: 'validation-only', mode: 'advisory', maySkip: ['consumer-smoke'] })],
    ['advisory', aFastProfile({ mode: 'advisory' })],
  ])('a skip makes no release by a profile that is %s', (_what, profile) => {
    const within = { ...model, profiles: [profile] }
    const facts = someFacts({ evidence, skips: [aSkip(smoke, old)] })
    expect(judgeRelease(within, facts, profile, NOW)).toMatchObject({ verdict: 'no-go', unsatisfied: [smoke.id] })
  })

  it('a dry run says go only for what a release would', () => {
    const dry = aProfile({ id: 'dry-run', kind: 'validation-only', mode: 'advisory' })
    const within = { ...model, profiles: [dry] }
    expect(judgeRelease(within, someFacts({ evidence: passes(contracts, unit, smoke, drill) }), dry, NOW).verdict).toBe('go')
    expect(judgeRelease(within, someFacts({ evidence: passes(contracts) }), dry, NOW).verdict).toBe('no-go')
  })
})

describe('the five proofs of a fast profile', () => {
  const old = aPass(smoke, { id: 'old', sequence: 1, receivedAt: hoursAgo(30) })
  const ran = passes(contracts, unit, drill, profileSmoke, rollback).map((each) => ({ ...each, sequence: each.sequence + 1 }))
  const skip = aSkip(smoke, old)
  const good = { evidence: [old, ...ran], skips: [skip] }

  function proofs(given: Partial<CandidateFacts>, profile = fast) {
    const { verdict, proofs: judged } = release(profile, given)
    return { verdict, open: judged.filter(({ status }) => status !== 'passed').map(({ id, status }) => `${id} ${status}`) }
  }

  const without = (gate: Gate) => ({ ...good, evidence: good.evidence.filter((each) => each.gate !== gate.id) })

  it('all hold: go, with one gate skipped', () => {
    expect(proofs(good)).toEqual({ verdict: 'go', open: [] })
    expect(release(fast, good).proofs.map(({ id }) => id)).toEqual([
      'validated-source',
      'skipped-gates',
      'profile-smoke',
      'rollback-posture',
      'owner-approval',
    ])
  })

  it('OM-73: validated-source, when a global gate did not itself pass on this content', () => {
    expect(proofs(without(contracts))).toMatchObject({ verdict: 'no-go', open: ['validated-source missing', 'skipped-gates missing'] })
    const failed = { ...good, evidence: [...good.evidence, aFailure(contracts, { sequence: 20 })] }
    expect(proofs(failed)).toEqual({ verdict: 'no-go', open: ['validated-source failed'] })
  })

  it('OM-79: validated-source, when generated artifacts are out of date', () => {
    const codegen = named('global/codegen')
    const plan = aCandidatePlan([contracts, codegen, unit, smoke, drill].map(({ id }) => id))
    const evidence = [...good.evidence, aPass(codegen, { id: 'codegen', sequence: 20, gateDefinition: 'sha256:older' })]
    expect(proofs({ ...good, plan, evidence }).open).toContain('validated-source stale')
    const skipped = aSkip(codegen, aPass(codegen), { id: 'skip-codegen', sequence: 21 })
    expect(proofs({ ...good, plan, skips: [skip, skipped] })).toMatchObject({ verdict: 'no-go' })
  })

  it('OM-74: skipped-gates, when a gate was not run and nobody declared it', () => {
    expect(proofs({ ...good, skips: [] })).toEqual({ verdict: 'no-go', open: ['skipped-gates stale'] })
    expect(proofs(without(unit))).toEqual({ verdict: 'no-go', open: ['skipped-gates missing'] })
  })

  it('OM-74: skipped-gates, when a declared skip is refused', () => {
    expect(proofs({ ...good, skips: [aSkip(smoke, revoked(old))] })).toEqual({ verdict: 'no-go', open: ['skipped-gates blocked'] })
  })

  it('OM-75: profile-smoke, when it did not pass on this content', () => {
    expect(proofs(without(profileSmoke)).open).toContain('profile-smoke missing')
    expect(proofs(good, aFastProfile({ smoke: null })).open).toEqual(['profile-smoke missing'])
  })

  it('OM-75: profile-smoke, when it was skipped itself', () => {
    const aged = aPass(profileSmoke, { id: 'aged', sequence: 1, receivedAt: hoursAgo(30) })
    const strict = aFastProfile({ maySkip: ['consumer-smoke', 'service-evidence'] })
    const skips = [skip, aSkip(profileSmoke, aged, { id: 'skip-smoke' })]
    const within = { ...model, routingRules: { ...model.routingRules, gates: [{ ...profileSmoke, maxAgeSeconds: 3600 }] } }
    const facts = someFacts({ evidence: [...without(profileSmoke).evidence, aged], skips })
    const judged = judgeRelease(within, facts, strict, NOW)
    expect(judged.verdict).toBe('no-go')
    expect(judged.proofs.find(({ id }) => id === 'profile-smoke')?.status).toBe('skipped')
  })

  it('OM-76: rollback-posture, when the rollback gate did not pass', () => {
    expect(proofs(without(rollback)).open).toContain('rollback-posture missing')
    expect(proofs(good, aFastProfile({ rollbackGate: null })).open).toEqual(['rollback-posture missing'])
  })

  it('OM-77: owner-approval, when risk remains and nobody has approved it', () => {
    const declared = { ...good, skips: [aSkip(smoke, old, { risk: 'medium' })] }
    expect(proofs(declared)).toEqual({ verdict: 'no-go', open: ['owner-approval missing'] })
    const reason = release(fast, declared).proofs.at(-1)?.reasons[0]
    expect(reason?.text).toBe(
      'A medium residual risk remains, and nobody has approved this of it: the skip of billing/smoke/precheck declares it. An owner must, by an exception for that gate and at least that risk.',
    )
  })

  it('says of each proof what it rests on', () => {
    for (const { reasons } of release(fast, good).proofs) expect(reasons[0]?.text).toMatch(/^[A-Z0-9].{10,}\.$/)
  })
})

describe('OM-77: residual risk is computed as well as declared', () => {
  const old = aPass(smoke, { id: 'old', sequence: 1, receivedAt: hoursAgo(30) })
  const ran = passes(contracts, unit, drill, profileSmoke, rollback).map((each) => ({ ...each, sequence: each.sequence + 1 }))

  function riskOf(given: Partial<CandidateFacts>): string {
    const text = release(fast, given).proofs.at(-1)?.reasons[0]?.text ?? ''
    return /^A (\w+) residual/.exec(text)?.[1] ?? 'none'
  }

  it('none when the skip leans on this very commit, not long ago', () => {
    expect(riskOf({ evidence: [old, ...ran], skips: [aSkip(smoke, old)] })).toBe('none')
  })

  it('low when it leans on another commit of the same tree', () => {
    const rebased = { ...old, content: { gitCommit: REBASED, gitTree: TREE } }
    expect(riskOf({ evidence: [rebased, ...ran], skips: [aSkip(smoke, rebased)] })).toBe('low')
  })

  it('none when it leans on the same immutable artifact', () => {
    const sha256 = 'a'.repeat(64)
    const built = { ...old, content: { gitCommit: REBASED, gitTree: TREE, sha256 } }
    expect(riskOf({ evidence: [built, ...ran], skips: [aSkip(smoke, built, { content: { ...CONTENT, sha256 } })] })).toBe('none')
  })

  it('low when it leans on evidence past half its allowed age', () => {
    const older = { ...old, receivedAt: hoursAgo(37) }
    expect(riskOf({ evidence: [older, ...ran], skips: [aSkip(smoke, older)] })).toBe('low')
  })

  it('medium when service evidence is skipped', () => {
    const aged = aPass(drill, { id: 'aged', sequence: 1, receivedAt: hoursAgo(30) })
    const evidence = [aged, old, ...ran.filter(({ gate }) => gate !== drill.id)]
    expect(riskOf({ evidence, skips: [aSkip(smoke, old), aSkip(drill, aged, { id: 'skip-drill' })] })).toBe('medium')
  })

  it('medium when a gate passed only on a retry', () => {
    const retried = [aFailure(unit, { sequence: 20, ci: ciRun(1) }), aPass(unit, { sequence: 21, ci: ciRun(2) })]
    expect(riskOf({ evidence: [old, ...ran, ...retried], skips: [aSkip(smoke, old)] })).toBe('medium')
  })

  it('high when an architecture review is open', () => {
    const plan = aCandidatePlan([smoke.id], { reviews: ['architecture'] })
    expect(riskOf({ plan, evidence: [old, ...ran], skips: [aSkip(smoke, old)] })).toBe('high')
  })

  it('what was declared, when that is more', () => {
    expect(riskOf({ evidence: [old, ...ran], skips: [aSkip(smoke, old, { risk: 'high' })] })).toBe('high')
  })

  it('nothing of a skip once the gate has passed after it', () => {
    const after = aPass(smoke, { sequence: 30 })
    expect(riskOf({ evidence: [old, ...ran, after], skips: [aSkip(smoke, old, { risk: 'high' })] })).toBe('none')
  })

  it('still that of a skip when the gate passed before it only', () => {
    const rebased = aPass(smoke, { id: 'rebased', sequence: 1, content: { gitCommit: REBASED, gitTree: TREE } })
    expect(riskOf({ evidence: [rebased, ...ran], skips: [aSkip(smoke, rebased)] })).toBe('low')
  })
})
