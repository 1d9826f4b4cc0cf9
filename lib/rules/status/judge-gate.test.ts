import { describe, expect, it } from 'vitest'
import type { Evidence } from '#lib/model/evidence.ts'
import type { GuardMode } from '#lib/model/extraction-packet.ts'
import type { ReportedFinding } from '#lib/model/guard.ts'
import type { Status } from '#lib/model/status.ts'
import {
  aFailure,
  aFastProfile,
  aPass,
  aRun,
  aSkip,
  ciRun,
  ELSEWHERE,
  hoursAgo,
  NOW,
  revoked,
  someGateFacts,
  someNames,
} from '#test/builders/a-candidate.ts'
import { aGate } from '#test/builders/a-model.ts'
import type { GateFacts } from './gate-facts.ts'
import { judgeGate } from './judge-gate.ts'

const smoke = aGate('consumer-smoke', 'billing', 'precheck', { run: 'make precheck', maxAgeSeconds: 24 * 3600 })
const old = { gateDefinition: 'sha256:older' }
const noTests = { executed: 0, passed: 0, failed: 0, skipped: 0 }
const someSkipped = { executed: 4, passed: 4, failed: 0, skipped: 2 }
const closed = { closedAt: hoursAgo(0.5) }
const lapsed = { deadline: NOW }
const elsewhere = { gate: smoke.id, evidence: 'evidence-9', content: ELSEWHERE, receivedAt: hoursAgo(1) }
const staleProof = aPass(smoke, { sequence: 1, receivedAt: hoursAgo(30) })

function judge(given: Partial<GateFacts>, gate = smoke, now = NOW) {
  return judgeGate(someGateFacts(gate, given), now)
}

function statusOf(...evidence: readonly Evidence[]): Status {
  return judge({ evidence }).status
}

const TABLE: readonly [status: Status, when: string, code: string, facts: Partial<GateFacts>][] = [
  ['not-applicable', 'the plan does not route it', 'route.not-required', { notRequired: 'no file of billing changes' }],
  ['not-applicable', 'the plan does not route it, whatever passed', 'route.not-required', { notRequired: 'no', evidence: [aPass(smoke)] }],
  ['failed', 'the plan does not route it, but it failed', 'evidence.failed', { notRequired: 'no', evidence: [aFailure(smoke)] }],
  ['failed', 'evidence says failed', 'evidence.failed', { evidence: [aFailure(smoke)] }],
  ['failed', 'evidence says error', 'evidence.error', { evidence: [aPass(smoke, { result: 'error' })] }],
  ['failed', 'what failed is past its age', 'evidence.failed', { evidence: [aFailure(smoke, { receivedAt: hoursAgo(999) })] }],
  ['failed', 'what failed was defined otherwise', 'evidence.failed', { evidence: [aFailure(smoke, old)] }],
  ['blocked', 'evidence says blocked', 'evidence.blocked', { evidence: [aPass(smoke, { result: 'blocked' })] }],
  ['blocked', 'zero tests were executed', 'evidence.no-tests', { evidence: [aPass(smoke, { counts: noTests })] }],
  ['blocked', 'evidence says skipped, without a proof', 'skip.no-evidence', { evidence: [aPass(smoke, { result: 'skipped' })] }],
  ['blocked', 'a declared skip is refused', 'skip.no-evidence', { skips: [aSkip(smoke, null)] }],
  [
    'blocked',
    'the names of the candidate contradict each other',
    'content.contradictory',
    { evidence: [aPass(smoke)], names: someNames({ contradictions: ['c'.repeat(40)] }) },
  ],
  ['partial', 'evidence says partial', 'evidence.partial', { evidence: [aPass(smoke, { result: 'partial' })] }],
  [
    'partial',
    'tests inside it were skipped without a reason',
    'evidence.tests-skipped',
    { evidence: [aPass(smoke, { counts: someSkipped })] },
  ],
  ['passed', 'evidence says passed', 'evidence.passed', { evidence: [aPass(smoke)] }],
  ['passed', 'tests were skipped for a reason', 'evidence.passed', { evidence: [aPass(smoke, { counts: someSkipped, reason: 'no GPU' })] }],
  ['passed', 'it passed before and a run has announced it again', 'evidence.passed', { evidence: [aPass(smoke)], runs: [aRun([smoke])] }],
  ['skipped', 'a declared skip is accepted', 'skip.accepted', { evidence: [staleProof], skips: [aSkip(smoke, staleProof)] }],
  ['missing', 'the run that announced it was closed', 'run.hidden-skip', { runs: [aRun([smoke], closed)] }],
  ['missing', 'the run that announced it is past its deadline', 'run.hidden-skip', { runs: [aRun([smoke], lapsed)] }],
  [
    'missing',
    'a later run announced it and hid it, although it had passed before',
    'run.hidden-skip',
    { evidence: [aPass(smoke, { sequence: 1, ...old })], runs: [aRun([smoke], { sequence: 2, ...closed })] },
  ],
  ['stale', 'it passed on this content too long ago', 'evidence.expired', { evidence: [aPass(smoke, { receivedAt: hoursAgo(25) })] }],
  ['stale', 'it passed on this content as it was defined before', 'evidence.gate-changed', { evidence: [aPass(smoke, old)] }],
  [
    'stale',
    'it passed on this content too long ago, and a run has announced it',
    'evidence.expired',
    { evidence: [aPass(smoke, { receivedAt: hoursAgo(25) })], runs: [aRun([smoke], { sequence: 2 })] },
  ],
  ['pending', 'a run announced it and has time left', 'run.pending', { runs: [aRun([smoke])] }],
  ['pending', 'a run announced it, and it passed elsewhere', 'run.pending', { runs: [aRun([smoke])], lastPass: elsewhere }],
  ['stale', 'it passed for other content only', 'evidence.other-content', { lastPass: elsewhere }],
  ['missing', 'nobody has shown anything', 'evidence.missing', {}],
  ['missing', 'what passed was revoked', 'evidence.missing', { evidence: [revoked(aPass(smoke))] }],
]

describe('status of a gate on given content', () => {
  it.each(TABLE)('%s when %s', (status, _when, code, facts) => {
    const judged = judge(facts)
    expect({ status: judged.status, code: judged.reasons[0]?.code }).toEqual({ status, code })
  })

  it.each(TABLE)('%s says what it is about and who can move it, when %s', (status, _when, _code, facts) => {
    for (const reason of judge(facts).reasons) {
      expect(reason.text).toMatch(/^[^\n]{20,}$/)
      expect(reason.refs).toContain(`gate:${smoke.id}`)
      expect(reason.actors).toEqual(['@billing'])
      expect(reason.next !== null || status === 'passed' || status === 'not-applicable').toBe(true)
    }
  })

  it.each(TABLE)('%s is satisfied only as passed, skipped or not applicable, when %s', (status, _when, _code, facts) => {
    expect(judge(facts).satisfied).toBe(['passed', 'skipped', 'not-applicable'].includes(status))
  })
})

describe('within one run a pass of a higher attempt decides, and only a pass', () => {
  const first = aFailure(smoke, { sequence: 1, ci: ciRun(1) })

  it('a retry that passed makes it flaky', () => {
    const judged = judge({ evidence: [first, aPass(smoke, { sequence: 2, ci: ciRun(2) })] })
    expect(judged).toMatchObject({ status: 'passed', overlays: ['flaky'], reasons: [{ code: 'evidence.passed-on-retry' }] })
  })

  it('whatever the order in which the attempts arrive', () => {
    expect(statusOf(aPass(smoke, { sequence: 1, ci: ciRun(2) }), { ...first, sequence: 2 })).toBe('passed')
  })

  it('a retry that failed, was blocked or was left out answers nothing', () => {
    for (const result of ['failed', 'error', 'blocked', 'partial', 'skipped'] as const) {
      expect(statusOf(first, aPass(smoke, { sequence: 2, result, ci: ciRun(2) }))).toBe('failed')
    }
  })

  it('a retry that passed without a test answers nothing', () => {
    expect(statusOf(first, aPass(smoke, { sequence: 2, counts: noTests, ci: ciRun(2) }))).toBe('failed')
  })

  it('the worst of equal attempts decides', () => {
    expect(statusOf(first, aPass(smoke, { sequence: 2, ci: ciRun(1) }))).toBe('failed')
  })

  it('a failure after the pass of a lower attempt is a failure', () => {
    expect(statusOf(aPass(smoke, { sequence: 1, ci: ciRun(1) }), aFailure(smoke, { sequence: 2, ci: ciRun(2) }))).toBe('failed')
  })

  it('another producer’s attempt is no retry', () => {
    const other = { identity: 'token:other', name: 'other' }
    expect(statusOf(first, aPass(smoke, { sequence: 2, ci: ciRun(2), producer: other }))).toBe('failed')
  })

  it('another run of the pipeline is no retry', () => {
    expect(statusOf(first, aPass(smoke, { sequence: 2, ci: ciRun(2, '43') }))).toBe('failed')
  })

  it('a pass that follows is not flaky when nothing failed', () => {
    const blocked = aPass(smoke, { sequence: 1, result: 'blocked', ci: ciRun(1) })
    expect(judge({ evidence: [blocked, aPass(smoke, { sequence: 2, ci: ciRun(2) })] })).toMatchObject({ status: 'passed', overlays: [] })
  })
})

describe('across runs the worst decides until a later pass names what it answers', () => {
  const failure = aFailure(smoke, { sequence: 1 })

  it('pass then fail is failed at once', () => {
    expect(statusOf(aPass(smoke, { sequence: 1 }), aFailure(smoke, { sequence: 2 }))).toBe('failed')
  })

  it('fail then pass is failed while the pass does not name it', () => {
    expect(statusOf(failure, aPass(smoke, { sequence: 2 }))).toBe('failed')
  })

  it('fail then a pass that names it is passed', () => {
    expect(statusOf(failure, aPass(smoke, { sequence: 2, supersedes: [failure.id] }))).toBe('passed')
  })

  it('and is flaky: it passed only on a retry', () => {
    const judged = judge({ evidence: [failure, aPass(smoke, { sequence: 2, supersedes: [failure.id] })] })
    expect(judged).toMatchObject({ status: 'passed', overlays: ['flaky'], reasons: [{ code: 'evidence.passed-on-retry' }] })
    expect(judged.reasons[0]?.text).toMatch(/failed on the same content \(evidence evidence-1\)\.$/)
  })

  it('nor does it when the pass grows too old for its gate and a skip leans on it', () => {
    const answer = aPass(smoke, { sequence: 2, receivedAt: hoursAgo(23), supersedes: [failure.id] })
    const recorded = { evidence: [failure, answer], skips: [aSkip(smoke, answer, { sequence: 3 })] }
    expect(judge(recorded)).toMatchObject({ status: 'passed', overlays: ['flaky'] })
    expect(judge(recorded, smoke, hoursAgo(-2))).toMatchObject({ status: 'skipped', overlays: ['flaky'] })
  })

  it('says which failures it had, the last by name', () => {
    const another = aFailure(smoke, { sequence: 2 })
    const judged = judge({ evidence: [failure, another, aPass(smoke, { sequence: 3, supersedes: [failure.id, another.id] })] })
    expect(judged.reasons[0]?.text).toMatch(/\(evidence evidence-2, and 1 before it\)\.$/)
  })

  it('taking the pass of a retry back does not make it less flaky where another pass answers as well', () => {
    const first = aFailure(smoke, { sequence: 1, ci: ciRun(1) })
    const retry = aPass(smoke, { sequence: 2, ci: ciRun(2) })
    const named = aPass(smoke, { sequence: 3, supersedes: [first.id] })
    for (const evidence of [
      [first, retry, named],
      [first, revoked(retry), named],
      [first, retry, revoked(named)],
      [first, named],
    ])
      expect(judge({ evidence })).toMatchObject({ status: 'passed', overlays: ['flaky'] })
  })

  it('each failure must be named', () => {
    const another = aFailure(smoke, { sequence: 2 })
    expect(statusOf(failure, another, aPass(smoke, { sequence: 3, supersedes: [failure.id] }))).toBe('failed')
    expect(statusOf(failure, another, aPass(smoke, { sequence: 3, supersedes: [failure.id, another.id] }))).toBe('passed')
  })

  it('an earlier pass cannot name what comes after it', () => {
    expect(statusOf(aPass(smoke, { sequence: 1, supersedes: ['evidence-2'] }), aFailure(smoke, { sequence: 2 }))).toBe('failed')
  })

  it('another producer cannot answer', () => {
    const other = { identity: 'token:other', name: 'ci' }
    expect(statusOf(failure, aPass(smoke, { sequence: 2, supersedes: [failure.id], producer: other }))).toBe('failed')
  })

  it('only a pass answers', () => {
    for (const result of ['partial', 'blocked', 'skipped', 'error'] as const) {
      expect(statusOf(failure, aPass(smoke, { sequence: 2, result, supersedes: [failure.id] }))).toBe('failed')
    }
  })

  it('a revoked pass has never answered', () => {
    expect(statusOf(failure, revoked(aPass(smoke, { sequence: 2, supersedes: [failure.id] })))).toBe('failed')
  })
})

describe('taking evidence back takes back its pass and nothing else', () => {
  it('what says passed and showed nothing still blocks', () => {
    const empty = revoked(aPass(smoke, { sequence: 1, counts: noTests }))
    expect(statusOf(empty, aPass(smoke, { sequence: 2 }))).toBe('blocked')
    expect(statusOf(empty, aPass(smoke, { sequence: 2, supersedes: [empty.id] }))).toBe('passed')
  })

  it('what failed, or was shown in part, still stands', () => {
    expect(statusOf(revoked(aFailure(smoke, { sequence: 1 })), aPass(smoke, { sequence: 2 }))).toBe('failed')
    expect(statusOf(revoked(aPass(smoke, { sequence: 1, result: 'partial' })), aPass(smoke, { sequence: 2 }))).toBe('partial')
  })
})

describe('a deterministic gate that both passed and failed is blocked', () => {
  const exact = { ...smoke, deterministic: true }
  const failure = aFailure(exact, { sequence: 1 })
  const answer = aPass(exact, { sequence: 2, supersedes: [failure.id] })

  it('although the failure was answered by name', () => {
    expect(judge({ evidence: [failure, answer] }, exact)).toMatchObject({
      status: 'blocked',
      reasons: [{ code: 'evidence.contradictory' }],
    })
  })

  it('although a retry passed', () => {
    const evidence = [aFailure(exact, { sequence: 1, ci: ciRun(1) }), aPass(exact, { sequence: 2, ci: ciRun(2) })]
    expect(judge({ evidence }, exact).status).toBe('blocked')
  })

  it('but not when it only broke off before', () => {
    const broken = { ...failure, result: 'error' as const }
    expect(judge({ evidence: [broken, answer] }, exact).status).toBe('passed')
  })

  it('and a gate that does not say so is not', () => {
    expect(statusOf(failure, answer)).toBe('passed')
  })
})

describe('who may show a gate', () => {
  const strict = { ...smoke, producers: ['ci'] }
  const laptop = { producer: { identity: 'token:laptop', name: 'laptop' } }

  it('a pass of somebody else does not count, and that is said', () => {
    const judged = judge({ evidence: [aPass(strict, laptop)] }, strict)
    expect(judged.status).toBe('missing')
    expect(judged.reasons.map(({ code }) => code)).toEqual(['evidence.missing', 'evidence.not-authorised'])
  })

  it('a failure of somebody else counts', () => {
    expect(judge({ evidence: [aPass(strict, { sequence: 1 }), aFailure(strict, { sequence: 2, ...laptop })] }, strict).status).toBe(
      'failed',
    )
  })
})

describe('a guard that says passed is held to its own findings', () => {
  const guard = aGate('contract-global', 'billing', 'boundary_guard')
  const finding = (fingerprint: string): ReportedFinding => ({ fingerprint, guard: 'imports', rule: 'no-cross-domain', path: 'a.go' })
  const allowed = {
    fingerprint: 'old',
    owner: '@billing',
    reason: 'moving',
    expires: '2026-11-23',
    fairwayTask: 'T-1',
    file: 'debt.tsv',
    line: 2,
  }
  const lists = { baseline: [], allowedDebt: [allowed, { ...allowed, fingerprint: 'tolerated', expires: '2026-11-24' }] }
  const look = (mode: GuardMode | null, ...fingerprints: readonly string[]) =>
    judge({ evidence: [aPass(guard, { findings: fingerprints.map(finding) })], guard: { mode, lists } }, guard)

  it('a new finding blocks in blocking_new', () => {
    expect(look('blocking_new', 'new')).toMatchObject({ status: 'blocked', reasons: [{ code: 'evidence.findings-contradict' }] })
  })

  it('an allowed one does not, but does in blocking', () => {
    expect(look('blocking_new', 'tolerated').status).toBe('passed')
    expect(look('blocking', 'tolerated').status).toBe('blocked')
  })

  it('one past its allowance blocks and is debt, and is debt also where nothing blocks', () => {
    expect(look('blocking_new', 'old')).toMatchObject({ status: 'blocked', debt: ['expired-debt'] })
    expect(look('warning', 'old')).toMatchObject({ status: 'passed', debt: ['expired-debt'], overlays: ['debt'] })
    expect(look(null, 'old')).toMatchObject({ status: 'passed', debt: ['expired-debt'] })
  })

  it('no finding is no finding', () => {
    expect(look('blocking').status).toBe('passed')
  })
})

describe('skips', () => {
  const accepted = aSkip(smoke, staleProof, { sequence: 10 })
  const refused = aSkip(smoke, null, { sequence: 11 })

  it('a refused one blocks, whatever was accepted beside it', () => {
    expect(judge({ evidence: [staleProof], skips: [accepted, refused] }).status).toBe('blocked')
  })

  it('a later pass on this content answers a refused one, an earlier does not', () => {
    expect(judge({ evidence: [aPass(smoke, { sequence: 12 })], skips: [refused] })).toMatchObject({ status: 'passed', debt: [] })
    expect(judge({ evidence: [aPass(smoke, { sequence: 9 })], skips: [refused] })).toMatchObject({
      status: 'blocked',
      debt: ['refused-skip'],
    })
  })

  it('a skip that evidence reports is one without a proof, until a later pass', () => {
    const reported = aPass(smoke, { sequence: 5, result: 'skipped' })
    expect(judge({ evidence: [reported] })).toMatchObject({ status: 'blocked', debt: ['refused-skip'], overlays: ['debt'] })
    expect(judge({ evidence: [reported, aPass(smoke, { sequence: 6 })] })).toMatchObject({ status: 'passed', debt: [] })
  })

  it('an accepted one is refused once its proof is revoked, too old, or its gate has changed', () => {
    const gone = revoked(staleProof)
    expect(judge({ evidence: [gone], skips: [aSkip(smoke, gone)] }).reasons[0]?.code).toBe('skip.revoked')
    const late = judgeGate(someGateFacts(smoke, { evidence: [staleProof], skips: [accepted] }), hoursAgo(-43))
    expect(late.reasons[0]?.code).toBe('skip.expired')
    const changed = someGateFacts({ ...smoke, run: 'make all' }, { evidence: [staleProof], skips: [accepted] })
    expect(judgeGate(changed, NOW).reasons[0]?.code).toBe('skip.gate-changed')
  })

  it('when a profile is asked for, only skips declared for it count', () => {
    const asked = aFastProfile({ id: 'night-fast' })
    expect(judge({ evidence: [staleProof], skips: [accepted], asked }).status).toBe('stale')
    expect(judge({ skips: [refused], asked }).status).toBe('missing')
  })

  it('an accepted one owes nothing and is never drawn as passed', () => {
    expect(judge({ evidence: [staleProof], skips: [accepted] })).toMatchObject({
      status: 'skipped',
      satisfied: true,
      debt: [],
      overlays: [],
    })
  })
})

describe('OM-86: hidden skips are release debt', () => {
  it('a gate that a closed run announced and did not show owes one', () => {
    expect(judge({ runs: [aRun([smoke], closed)] })).toMatchObject({ status: 'missing', debt: ['hidden-skip'], overlays: ['debt'] })
  })

  it('a gate that nobody announced is missing and owes none', () => {
    expect(judge({})).toMatchObject({ status: 'missing', debt: [] })
  })

  it('a partial result is debt too', () => {
    expect(judge({ evidence: [aPass(smoke, { result: 'partial' })] })).toMatchObject({ debt: ['partial'], overlays: ['debt'] })
  })

  it('what was shown after the announcement is not hidden', () => {
    const shown = aFailure(smoke, { sequence: 2 })
    expect(judge({ evidence: [shown], runs: [aRun([smoke], { sequence: 1, ...closed })] })).toMatchObject({ status: 'failed', debt: [] })
  })

  it('a gate that is not needed owes nothing', () => {
    expect(judge({ notRequired: 'no', runs: [aRun([smoke], closed)] })).toMatchObject({ status: 'not-applicable', debt: [] })
  })
})

describe('OM-85: what is skipped, partial, blocked or not applicable is visible', () => {
  it('each as a status of its own, with its reason', () => {
    const shown = new Set(TABLE.map(([status]) => status))
    for (const status of ['skipped', 'partial', 'blocked', 'not-applicable'] as const) expect(shown).toContain(status)
  })
})

describe('what was judged is named', () => {
  it('the evidence that counted, oldest first; what was revoked did not', () => {
    const evidence = [aPass(smoke, { sequence: 1 }), revoked(aPass(smoke, { sequence: 2 })), aFailure(smoke, { sequence: 3 })]
    expect(judge({ evidence }).evidence).toEqual(['evidence-1', 'evidence-3'])
  })
})

describe('what a producer may write without bound is told in bounds', () => {
  it('a reason of ten thousand characters and many lines', () => {
    const judged = judge({ evidence: [aPass(smoke, { result: 'blocked', reason: 'the cluster\nis away '.repeat(500) })] })
    expect(judged.reasons[0]?.text).toMatch(/^[^\n]{100,500}…$/)
  })

  it('five thousand failures', () => {
    const evidence = Array.from({ length: 5000 }, (_, at) => aFailure(smoke, { sequence: at + 1 }))
    const { reasons } = judge({ evidence })
    expect(reasons).toHaveLength(30)
    expect(reasons.at(-1)?.text).toBe('4971 more reasons like these are not listed here.')
  })
})

describe('the next command', () => {
  it('hands a command that needs a shell over as one word', () => {
    const gate = { ...smoke, run: `make x && echo 'done'` }
    expect(judge({}, gate).reasons[0]?.next?.command).toBe(`lanekeeper run ${smoke.id} -- 'make x && echo '\\''done'\\'''`)
  })

  it('records what was run elsewhere when the repository says no command', () => {
    expect(judge({}, { ...smoke, run: null }).reasons[0]?.next?.command).toBe(
      `lanekeeper record ${smoke.id} --result passed --command TEXT`,
    )
  })

  it('offers a skip where the asked profile allows one and an older pass may prove it', () => {
    const judged = judge({ evidence: [staleProof], asked: aFastProfile() })
    expect(judged.reasons[0]?.next?.command).toBe(`lanekeeper skip ${smoke.id} --profile hotfix-fast --reason TEXT --prior evidence-1`)
  })
})
