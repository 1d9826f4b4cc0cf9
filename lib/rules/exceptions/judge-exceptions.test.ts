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
  ELSEWHERE,
  hoursAgo,
  NOW,
  REBASED,
  revoked,
  someFacts,
  someNames,
  TREE,
} from '#test/builders/a-candidate.ts'
import { aGate, aLane, aModel } from '#test/builders/a-model.ts'
import { aGrantedException } from '#test/builders/an-exception.ts'
import { judgeCandidate } from '../release/judge-candidate.ts'
import { judgeRelease } from '../release/judge-release.ts'
import { listGates } from '../routing/gate-catalogue.ts'

const contracts = aGate('contract-global', 'billing', 'contracts')
const unit = aGate('domain-local', 'billing', 'unit')
const smoke = aGate('consumer-smoke', 'billing', 'precheck')
const full = aProfile()
const fast = aFastProfile()
const model = aModel({ lanes: [aLane('billing', { gates: [contracts, unit, smoke] })], profiles: [full, fast] })
const named = (id: string): Gate => listGates(model).get(id) ?? expect.fail(id)

const failed = aFailure(unit, { id: 'failed', sequence: 9 })
const passed = [contracts, smoke].map((gate, at) => aPass(gate, { id: `pass-${at}`, sequence: at + 1 }))
const onFailure = aGrantedException([unit.id], { seen: ['evidence:failed'] })

function judge(given: Partial<CandidateFacts>, gate = unit, now = NOW) {
  const found = judgeCandidate(model, someFacts(given), { profile: null, now }).gates.find((each) => each.gate === gate.id)
  return found ?? expect.fail(gate.id)
}

function release(given: Partial<CandidateFacts>, profile: ReleaseProfile = full, now = NOW) {
  return judgeRelease(model, someFacts({ evidence: [...passed, failed], ...given }), profile, now)
}

describe('"an approved exception puts the overlay `excepted` on whatever the status is; it never changes the status and never hides it"', () => {
  it('on a failure that its approvers knew of', () => {
    const without = judge({ evidence: [failed] })
    const judged = judge({ evidence: [failed], exceptions: [onFailure] })
    expect(judged).toMatchObject({ status: 'failed', satisfied: false, overlays: ['excepted'], exceptions: ['exception-1'], debt: [] })
    expect(judged.reasons.slice(0, -1)).toEqual(without.reasons)
    expect(judged.reasons.at(-1)).toMatchObject({
      code: 'exception.in-force',
      refs: ['exception:exception-1', `gate:${unit.id}`, expect.anything()],
    })
  })

  it('on a gate of which nothing is recorded', () => {
    expect(judge({ exceptions: [aGrantedException([unit.id])] })).toMatchObject({
      status: 'missing',
      satisfied: false,
      overlays: ['excepted'],
    })
  })

  it('for its own gates and its own content alone', () => {
    expect(judge({ exceptions: [aGrantedException([smoke.id])] }).overlays).toEqual([])
    expect(judge({ exceptions: [aGrantedException([unit.id], { content: ELSEWHERE })] }).overlays).toEqual([])
    const rebased = aGrantedException([unit.id], { content: { gitCommit: REBASED, gitTree: TREE } })
    expect(judge({ exceptions: [rebased] }).overlays).toEqual(['excepted'])
  })
})

describe('"expiry, revocation or a change of the evidence it rests on re-evaluates every verdict that leaned on it, at once"', () => {
  it('a failure that its approvers did not know ends it', () => {
    const late = aFailure(unit, { id: 'late', sequence: 20 })
    const judged = judge({ evidence: [failed, late], exceptions: [onFailure] })
    expect(judged).toMatchObject({ status: 'failed', overlays: [], exceptions: [] })
    expect(judged.reasons.at(-1)).toMatchObject({ code: 'exception.evidence-changed', text: expect.stringContaining('evidence late') })
  })

  it('so does a failure of what was missing', () => {
    expect(judge({ evidence: [failed], exceptions: [aGrantedException([unit.id])] }).overlays).toEqual([])
  })

  it('and a run that hid the gate, and a skip whose proof is refused: withholding a failure helps as little as posting it', () => {
    const over = aRun([unit], { closedAt: hoursAgo(0) })
    expect(judge({ runs: [over], exceptions: [aGrantedException([unit.id])] })).toMatchObject({ status: 'missing', overlays: ['debt'] })
    expect(judge({ runs: [over], exceptions: [aGrantedException([unit.id], { seen: [`run:${over.id}`] })] }).overlays).toEqual([
      'excepted',
      'debt',
    ])
    const refused = aSkip(unit, null)
    expect(judge({ skips: [refused], exceptions: [aGrantedException([unit.id])] })).toMatchObject({ status: 'blocked', overlays: ['debt'] })
  })

  it('a pass that its approvers knew of and that counts no more ends it; one that they did not know changes nothing', () => {
    const knew = aGrantedException([unit.id], { seen: ['evidence:failed'], passes: ['evidence:earlier'] })
    const earlier = aPass(unit, { id: 'earlier', sequence: 1 })
    expect(judge({ evidence: [earlier, failed], exceptions: [knew] }).overlays).toEqual(['excepted'])
    expect(judge({ evidence: [failed], exceptions: [knew] }).overlays).toEqual([])
    expect(judge({ evidence: [earlier, failed], exceptions: [onFailure] }).overlays).toEqual(['excepted'])
  })

  it('its end does, and what it excepted is debt from then on, until the gate is satisfied', () => {
    const { expiresAt } = onFailure
    const justBefore = new Date(expiresAt.getTime() - 1)
    expect(judge({ evidence: [failed], exceptions: [onFailure] }, unit, justBefore)).toMatchObject({ overlays: ['excepted'], debt: [] })
    const after = judge({ evidence: [failed], exceptions: [onFailure] }, unit, expiresAt)
    expect(after).toMatchObject({ status: 'failed', overlays: ['debt'], debt: ['expired-exception'] })
    expect(after.reasons.at(-1)?.code).toBe('exception.expired')
    const answer = aPass(unit, { id: 'answer', sequence: 30, supersedes: ['failed'] })
    expect(judge({ evidence: [failed, answer], exceptions: [onFailure] }, unit, expiresAt)).toMatchObject({
      status: 'passed',
      overlays: ['flaky'],
      debt: [],
    })
  })
})

describe('"not possible for contract-global gates that failed"', () => {
  it.each([
    ['failed', aFailure(contracts, { id: 'x', sequence: 9 })],
    ['could not be run', aPass(contracts, { id: 'x', sequence: 9, result: 'error' })],
    [
      'partial, with failures counted',
      aPass(contracts, { id: 'x', sequence: 9, result: 'partial', counts: { executed: 3, passed: 2, failed: 1, skipped: 0 } }),
    ],
  ])('%s: an exception does not count, although its approvers knew', (_, evidence) => {
    const exceptions = [aGrantedException([contracts.id], { seen: ['evidence:x'] })]
    const judged = judge({ evidence: [evidence], exceptions }, contracts)
    expect(judged.overlays).not.toContain('excepted')
    expect(judged.reasons.at(-1)?.code).toBe('exception.global-failed')
  })

  it('one that is missing can be', () => {
    expect(judge({ exceptions: [aGrantedException([contracts.id])] }, contracts).overlays).toEqual(['excepted'])
  })

  it('content whose names contradict each other has none in force', () => {
    const names = someNames({ contradictions: ['c'] })
    expect(judge({ names, exceptions: [aGrantedException([unit.id])] }).overlays).toEqual([])
  })
})

describe('the release verdict', () => {
  it('"go-with-exceptions if exceptions were needed", with those it leans on', () => {
    expect(release({})).toMatchObject({ verdict: 'no-go', exceptions: [] })
    expect(release({ exceptions: [onFailure] })).toMatchObject({
      verdict: 'go-with-exceptions',
      unsatisfied: [unit.id],
      exceptions: [{ id: 'exception-1', gates: [unit.id], risk: 'low', expiresAt: onFailure.expiresAt.toISOString() }],
    })
  })

  it('go when it was not needed after all', () => {
    const evidence = [...passed, aPass(unit, { id: 'fine', sequence: 5 })]
    expect(release({ evidence, exceptions: [aGrantedException([unit.id])] })).toMatchObject({ verdict: 'go', exceptions: [] })
  })

  it('waiting while a gate is pending, also one that is excepted', () => {
    expect(release({ evidence: passed, runs: [aRun([unit])], exceptions: [aGrantedException([unit.id])] }).verdict).toBe('waiting')
  })

  it('no-go while another gate is open', () => {
    expect(release({ evidence: [failed, ...passed.slice(0, 1)], exceptions: [onFailure] })).toMatchObject({ verdict: 'no-go' })
  })
})

describe('OM-84, "a review is the approval of an exception by architecture, security or governance"', () => {
  const evidence = [...passed, aPass(unit, { id: 'fine', sequence: 5 })]
  const plan = aCandidatePlan([contracts.id, unit.id, smoke.id], { reviews: ['architecture', 'security'] })
  const given = (exceptions: CandidateFacts['exceptions'], rest: Partial<CandidateFacts> = {}) =>
    release({ evidence, plan, exceptions, ...rest })

  it('is missing while nobody has approved in its role', () => {
    expect(given([aGrantedException([smoke.id])])).toMatchObject({
      verdict: 'no-go',
      reviews: [
        { domain: 'architecture', state: 'missing' },
        { domain: 'security', state: 'missing' },
      ],
    })
  })

  it('is approved by an exception in force that was approved in each role, and the release leans on it', () => {
    const both = aGrantedException([smoke.id], { roles: ['domain-owner', 'architect', 'security-reviewer'] })
    expect(given([both])).toMatchObject({
      verdict: 'go-with-exceptions',
      reviews: [{ state: 'approved' }, { state: 'approved' }],
      exceptions: [{ id: both.id }],
    })
    expect(given([{ ...both, expiresAt: hoursAgo(1) }]).verdict).toBe('no-go')
  })

  it('is rejected when somebody in its role rejected an exception for this content', () => {
    const rejectedReviews = [{ exception: 'exception-2', content: { gitTree: TREE }, roles: ['architect' as const] }]
    expect(given([], { rejectedReviews })).toMatchObject({ verdict: 'no-go', reviews: [{ state: 'rejected' }, { state: 'missing' }] })
  })
})

describe('OM-77, "owner approval when residual risk remains"', () => {
  const prior = aPass(smoke, { id: 'prior', sequence: 2 })
  const rest = [contracts, unit, named('global/hotfix-smoke'), named('global/rollback-drill')]
  const evidence = rest.map((gate, at) => aPass(gate, { id: `pass-${at}`, sequence: at + 3 }))
  const flaky = [
    aFailure(unit, { id: 'first', sequence: 20, ci: { provider: 'github', id: '7', attempt: 1, url: null } }),
    aPass(unit, { id: 'second', sequence: 21, ci: { provider: 'github', id: '7', attempt: 2, url: null } }),
  ]
  const given = (exceptions: CandidateFacts['exceptions']) => {
    const verdict = release({ evidence: [...evidence, ...flaky, prior], exceptions }, fast)
    return { verdict: verdict.verdict, approval: verdict.proofs.at(-1)?.status, leans: verdict.exceptions.map(({ id }) => id) }
  }

  it('is missing while a medium risk is approved by nobody, or by an exception for a low one', () => {
    expect(given([])).toEqual({ verdict: 'no-go', approval: 'missing', leans: [] })
    expect(given([aGrantedException([unit.id], { risk: 'low' })])).toMatchObject({ verdict: 'no-go', approval: 'missing' })
    expect(given([aGrantedException([smoke.id], { risk: 'high' })])).toMatchObject({ verdict: 'no-go', approval: 'missing' })
  })

  it('passes by one for a low risk that was approved in knowledge of the failure: it would let the gate stay failed', () => {
    const knowing = [aGrantedException([unit.id], { risk: 'low', seen: ['evidence:first'] })]
    expect(given(knowing)).toMatchObject({ verdict: 'go-with-exceptions', approval: 'passed', leans: ['exception-1'] })
    const takenBack = [...evidence, ...flaky.map((each) => (each.id === 'second' ? revoked(each) : each)), prior]
    expect(release({ evidence: takenBack, exceptions: knowing }, fast).verdict).toBe('go-with-exceptions')
  })

  it('passes by an exception in force for the gate that the risk comes from, and the release leans on it', () => {
    expect(given([aGrantedException([unit.id], { risk: 'medium' })])).toEqual({
      verdict: 'go-with-exceptions',
      approval: 'passed',
      leans: ['exception-1'],
    })
  })
})
