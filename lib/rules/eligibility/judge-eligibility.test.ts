import { describe, expect, it } from 'vitest'
import { ELIGIBILITY_ITEMS, type EligibilityItemId, type JudgedItem } from '#lib/model/eligibility.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { ExtractionPacket } from '#lib/model/extraction-packet.ts'
import type { Gate } from '#lib/model/gate.ts'
import { aCandidatePlan, aFailure, aFastProfile, aPass, aProfile, aSkip, ELSEWHERE, hoursAgo, NOW } from '#test/builders/a-candidate.ts'
import { aLane } from '#test/builders/a-model.ts'
import {
  aReadyLane,
  aReadyPacket,
  aReadyWorld,
  judgeWorld,
  READY,
  READY_DOCUMENTS,
  READY_GATES,
  type ReadyWorld,
  readyPasses,
} from '#test/builders/a-ready-world.ts'
import { ELIGIBILITY_CLAIMS } from './eligibility-claims.ts'

const DAYS = 24

type Given = NonNullable<Parameters<typeof aReadyWorld>[0]>

function judge(given: Given = {}) {
  return judgeWorld(aReadyWorld(given))
}

function item(id: EligibilityItemId, given: Given = {}): JudgedItem {
  return itemIn(aReadyWorld(given), id)
}

function itemIn(world: ReadyWorld, id: EligibilityItemId): JudgedItem {
  const found = judgeWorld(world).items.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no item ${id}`)
  return found
}

/** The ready lane with one gate replaced, and the passes that go with it. */
function withGate(name: keyof typeof READY_GATES, gate: Partial<Gate>, pass: Partial<Evidence> = {}): Given {
  const changed = { ...READY_GATES[name], ...gate }
  const passes = Object.values(READY_GATES).map((each, at) =>
    aPass(each.id === changed.id ? changed : each, { sequence: at + 1, ...(each.id === changed.id ? pass : {}) }),
  )
  return {
    lane: { gates: Object.values({ ...READY_GATES, [name]: changed }) },
    facts: { evidence: passes },
  }
}

describe('OM-27, "only when every item below is true": all eight, on this content', () => {
  it('a domain for which all is prepared and shown is eligible', () => {
    const found = judge()
    expect(found).toMatchObject({ domain: READY, verdict: 'eligible', unmet: [] })
    expect(found.items.map(({ id, number, status }) => `${number} ${id} ${status}`)).toEqual(
      ELIGIBILITY_ITEMS.map((id, at) => `${at + 1} ${id} passed`),
    )
    for (const { id, claim, reasons } of found.items) {
      expect(claim).toBe(ELIGIBILITY_CLAIMS[id])
      expect(reasons.length).toBeGreaterThan(0)
    }
  })

  it('a domain of which nothing was shown is not', () => {
    const found = judge({ facts: { evidence: [] } })
    expect(found.verdict).toBe('not-eligible')
    expect(found.unmet).toEqual(ELIGIBILITY_ITEMS.slice(2))
  })

  it('a domain without a packet meets none of the eight', () => {
    const found = judge({ packet: null })
    expect(found).toMatchObject({ verdict: 'not-eligible', unmet: ELIGIBILITY_ITEMS })
    expect(found.items.map(({ status }) => status)).toEqual(ELIGIBILITY_ITEMS.map(() => 'missing'))
  })

  it('a domain that nobody declares meets none that a lane decides', () => {
    expect(judgeWorld(aReadyWorld(), 'nobody')).toMatchObject({ verdict: 'not-eligible', unmet: ELIGIBILITY_ITEMS })
  })

  it('what was shown for other content does not count', () => {
    const elsewhere = readyPasses().map((each) => ({ ...each, content: ELSEWHERE }))
    expect(judge({ facts: { evidence: elsewhere } }).unmet).toEqual(ELIGIBILITY_ITEMS.slice(2))
  })

  it('what was shown for another commit of the same tree does', () => {
    const rebased = readyPasses().map((each) => ({ ...each, content: { gitTree: each.content.gitTree ?? '' } }))
    expect(judge({ facts: { evidence: rebased } }).verdict).toBe('eligible')
  })

  it('a commit that was named with two trees shows nothing', () => {
    const names = { ...aReadyWorld().facts.names, contradictions: ['c'.repeat(40)] }
    expect(judge({ facts: { names } }).unmet).toEqual(ELIGIBILITY_ITEMS.slice(2))
  })

  it('a plan that a change did not route to a gate neither satisfies it nor hides what was shown', () => {
    const plan = aCandidatePlan([READY_GATES.contracts.id])
    expect(judge({ facts: { plan } }).verdict).toBe('eligible')
    const nothing = judge({ facts: { plan, evidence: [] } })
    expect(nothing.unmet).toEqual(ELIGIBILITY_ITEMS.slice(2))
    expect(nothing.items.filter(({ status }) => status === 'not-applicable')).toEqual([])
  })
})

describe('every one of the eight items, made the only unmet one', () => {
  it.each<[EligibilityItemId, string, Given, JudgedItem['status'], string]>([
    ['extraction-decision', 'the packet holds no decision', { packet: { decision: null } }, 'missing', 'decision.missing'],
    [
      'extraction-decision',
      'it was decided to keep the domain where it is',
      { packet: { decision: { recommendation: 'keep', decidedOn: null, document: null } } },
      'failed',
      'decision.keep',
    ],
    ['service-auth', 'the callers are not listed', { packet: { crossProcessCallers: null } }, 'missing', 'callers.undeclared'],
    [
      'service-auth',
      'the list of callers is empty, without a reason',
      { packet: { crossProcessCallers: { entries: [] } } },
      'missing',
      'callers.undeclared',
    ],
    [
      'service-auth',
      'a caller has no service-auth packet',
      { packet: { crossProcessCallers: { entries: ['gpuaas-api', 'node-agent'] } } },
      'missing',
      'service-auth.missing',
    ],
    [
      'service-auth',
      'a caller asked for access and did not get it yet',
      { packet: { serviceAuth: aReadyPacket().serviceAuth.map((each, at) => (at === 0 ? { ...each, status: 'requested' } : each)) } },
      'missing',
      'service-auth.missing',
    ],
    [
      'service-auth',
      'a packet names no document',
      { packet: { serviceAuth: aReadyPacket().serviceAuth.map((each, at) => (at === 0 ? { ...each, document: null } : each)) } },
      'missing',
      'document.unnamed',
    ],
    ['service-auth', 'a document was never written', { documents: without('doc/auth/metering-exporter.md') }, 'missing', 'document.absent'],
    [
      'service-auth',
      'there is said to be no caller, and a packet of one is left',
      { packet: { crossProcessCallers: { none: 'all calls are in one process' } } },
      'blocked',
      'callers.contradictory',
    ],
    [
      'degradation-harness',
      'there is no degradation contract',
      { packet: { degradation: { contract: null, gate: READY_GATES.harness.id } } },
      'missing',
      'document.unnamed',
    ],
    ['degradation-harness', 'the contract was never written', { documents: without('doc/degradation.md') }, 'missing', 'document.absent'],
    [
      'degradation-harness',
      'no gate is named for it',
      { packet: { degradation: { contract: 'doc/degradation.md', gate: null } } },
      'missing',
      'gate.unnamed',
    ],
    ['degradation-harness', 'the packet says nothing of it', { packet: { degradation: null } }, 'missing', 'document.unnamed'],
    ['degradation-harness', 'the harness ran 31 days ago', passedAt('harness', 31), 'stale', 'evidence.expired'],
    ['rollback-tested', 'no command is written', { packet: rollback({ command: null }) }, 'missing', 'rollback.no-command'],
    ['rollback-tested', 'no document is named', { packet: rollback({ document: null }) }, 'missing', 'document.unnamed'],
    ['rollback-tested', 'the document was never written', { documents: without('doc/rollback.md') }, 'missing', 'document.absent'],
    ['rollback-tested', 'no gate is named for it', { packet: rollback({ gate: null }) }, 'missing', 'gate.unnamed'],
    ['rollback-tested', 'another command was tested', shown('rollback', { command: 'echo rollback' }), 'missing', 'rollback.other-command'],
    ['rollback-tested', 'it was tested 31 days ago', passedAt('rollback', 31), 'stale', 'evidence.expired'],
    ['profile-gates', 'no release profile is named', { packet: { releaseProfile: null } }, 'missing', 'profile.missing'],
    ['profile-gates', 'the profile is not declared', { packet: { releaseProfile: 'gone' } }, 'missing', 'profile.missing'],
    [
      'profile-gates',
      'the profile only advises',
      { model: { profiles: [aProfile({ mode: 'advisory' })] } },
      'failed',
      'profile.not-enforcing',
    ],
    [
      'profile-gates',
      'the profile is a fast one',
      { model: { profiles: [aProfile({ kind: 'fast' })] } },
      'failed',
      'profile.not-enforcing',
    ],
    ['profile-gates', 'a local gate was not shown', withoutPass('unit'), 'missing', 'evidence.missing'],
    ['profile-gates', 'a local gate failed', shown('unit', { result: 'failed', exitCode: 1 }), 'failed', 'evidence.failed'],
    [
      'profile-gates',
      'a local gate executed no test',
      shown('unit', { counts: { executed: 0, passed: 0, failed: 0, skipped: 4 } }),
      'blocked',
      'evidence.no-tests',
    ],
    [
      'profile-gates',
      'the lane has no local gate',
      { lane: { gates: Object.values(READY_GATES).filter(({ layer }) => layer !== 'domain-local') } },
      'missing',
      'lane.empty-layer',
    ],
    ['consumer-smokes', 'the consumers are not listed', { packet: { supportedConsumers: null } }, 'missing', 'consumers.undeclared'],
    [
      'consumer-smokes',
      'the list of consumers is empty, without a reason',
      { packet: { supportedConsumers: { entries: [] } } },
      'missing',
      'consumers.undeclared',
    ],
    [
      'consumer-smokes',
      'a consumer has no smoke',
      { packet: { supportedConsumers: { entries: ['gpuaas', 'web'] } } },
      'missing',
      'consumers.no-smoke',
    ],
    ['consumer-smokes', 'a smoke does not say whose it is', withGate('appsSmoke', { consumer: null }), 'missing', 'consumers.no-smoke'],
    [
      'status-slo',
      'no component is named',
      { packet: { statusops: { component: null, gate: READY_GATES.slo.id } } },
      'missing',
      'statusops.no-component',
    ],
    ['status-slo', 'no gate is named for it', { packet: { statusops: { component: 'billing', gate: null } } }, 'missing', 'gate.unnamed'],
    ['status-slo', 'the packet says nothing of it', { packet: { statusops: null } }, 'missing', 'statusops.no-component'],
    ['status-slo', 'its evidence is 8 days old', passedAt('slo', 8), 'stale', 'evidence.expired'],
    ['boundary-guards', 'no guard is named', { packet: { boundaryGuard: null } }, 'missing', 'guard.no-mode'],
    [
      'boundary-guards',
      'the guard only warns',
      { packet: { boundaryGuard: { mode: 'warning', gate: READY_GATES.guard.id } } },
      'failed',
      'guard.not-blocking',
    ],
    [
      'boundary-guards',
      'the guard only reports',
      { packet: { boundaryGuard: { mode: 'report_only', gate: READY_GATES.guard.id } } },
      'failed',
      'guard.not-blocking',
    ],
    [
      'boundary-guards',
      'no gate is named for it',
      { packet: { boundaryGuard: { mode: 'blocking_new', gate: null } } },
      'missing',
      'gate.unnamed',
    ],
    [
      'boundary-guards',
      'a guard of its own never ran',
      { packet: { boundaryGuard: { mode: 'blocking_new', gate: 'global/own-guard' } } },
      'missing',
      'evidence.missing',
    ],
  ])('%s: %s', (id, _, given, status, code) => {
    const found = judge(given)
    expect(found.unmet).toEqual([id])
    expect(found.verdict).toBe('not-eligible')
    const judged = found.items.find((each) => each.id === id)
    expect(judged?.status).toBe(status)
    expect(judged?.reasons.map((reason) => reason.code)).toContain(code)
  })

  it('the list above leaves none of the eight out, and every reason says what to do and who can', () => {
    const unmet = judge({ facts: { evidence: [] }, packet: null }).items
    expect(unmet.map(({ id }) => id)).toEqual([...ELIGIBILITY_ITEMS])
    for (const { reasons } of unmet)
      for (const { text, refs, actors, next } of reasons) {
        expect(text).toMatch(/expected|must/)
        expect(refs.length).toBeGreaterThan(0)
        expect(actors.length).toBeGreaterThan(0)
        expect(next?.label).toBeTruthy()
      }
  })
})

describe('OM-28: "keep/split/extract decision packet exists and recommends `split_worker` or `extract_service`"', () => {
  it.each(['split_worker', 'extract_service'] as const)('%s is such a recommendation', (recommendation) => {
    expect(item('extraction-decision', { packet: { decision: { recommendation, decidedOn: null, document: null } } }).status).toBe('passed')
  })
})

describe('OM-29: "service-auth packet exists for every cross-process caller"', () => {
  it('a domain that declares, with a reason, that it has none needs none', () => {
    const found = item('service-auth', { packet: { crossProcessCallers: { none: 'all calls are in one process' }, serviceAuth: [] } })
    expect(found).toMatchObject({ status: 'passed', reasons: [{ code: 'callers.none' }] })
    expect(found.reasons[0]?.text).toContain('all calls are in one process')
  })

  it('of two packets of one caller one that is approved and written is enough', () => {
    const [first] = aReadyPacket().serviceAuth
    const serviceAuth = [...aReadyPacket().serviceAuth, { ...first, status: 'revoked' }] as ReturnType<typeof aReadyPacket>['serviceAuth']
    expect(item('service-auth', { packet: { serviceAuth } }).status).toBe('passed')
  })

  it('a document cannot be shown to exist while the tracked files are not known', () => {
    const found = item('service-auth', { documents: null })
    expect(found).toMatchObject({ status: 'missing' })
    expect(found.reasons[0]).toMatchObject({ code: 'document.unknown', next: { label: 'Send the model again with `lanekeeper sync`' } })
  })

  it('says in which line of the packet the caller stands', () => {
    const serviceAuth = aReadyPacket().serviceAuth.map((each) => ({ ...each, status: 'requested' }))
    expect(item('service-auth', { packet: { serviceAuth } }).reasons[1]?.refs).toEqual(['file:extraction-packets.yaml:9'])
  })
})

describe('OM-30: "degradation contract has an executable smoke or harness"', () => {
  it('its pass holds for 30 days to the second', () => {
    expect(item('degradation-harness', passedAt('harness', 30)).status).toBe('passed')
    const late = aReadyWorld({ ...passedAt('harness', 30), now: new Date(NOW.getTime() + 1000) })
    expect(itemIn(late, 'degradation-harness').status).toBe('stale')
  })

  it('unless its gate says otherwise, whether longer or shorter', () => {
    const age = (days: number) => ({ maxAgeSeconds: days * 24 * 3600 })
    expect(item('degradation-harness', withGate('harness', age(60), { receivedAt: hoursAgo(45 * DAYS) })).status).toBe('passed')
    expect(item('degradation-harness', withGate('harness', age(2), { receivedAt: hoursAgo(3 * DAYS) })).status).toBe('stale')
  })

  it('a fresh pass of the gate as it was before does not renew an old one', () => {
    const evidence = [
      ...readyPasses({ harness: { receivedAt: hoursAgo(31 * DAYS) } }),
      aPass(READY_GATES.harness, { sequence: 40, gateDefinition: 'sha256:old' }),
    ]
    expect(item('degradation-harness', { facts: { evidence } }).status).toBe('stale')
  })

  it('a harness of another definition does not count', () => {
    expect(item('degradation-harness', shown('harness', { gateDefinition: 'sha256:old' })).status).toBe('stale')
  })
})

describe('OM-31: "rollback command is tested and documented"', () => {
  it('space around the command makes no other command', () => {
    expect(item('rollback-tested', shown('rollback', { command: `  ${aReadyPacket().rollback?.command}\n` })).status).toBe('passed')
  })

  it('a later pass of the gate with another command does not untest the one that is written down', () => {
    const evidence = [...readyPasses(), aPass(READY_GATES.rollback, { sequence: 50, command: 'echo' })]
    expect(item('rollback-tested', { facts: { evidence } }).status).toBe('passed')
  })

  it('says which command was expected, which was found, and how to test it', () => {
    const [reason] = item('rollback-tested', shown('rollback', { command: 'echo rollback' })).reasons
    expect(reason?.text).toContain('`deployctl rollback billing-worker --to previous`')
    expect(reason?.text).toContain('`echo rollback`')
    expect(reason?.next?.command).toBe(
      'lanekeeper run platform-billing/evidence/rollback-drill -- deployctl rollback billing-worker --to previous',
    )
  })
})

describe('OM-32: "release profile gates pass in enforcing mode for the domain"', () => {
  it('a skip with an accepted proof satisfies a candidate, and never this item', () => {
    const evidence = readyPasses().filter(({ gate }) => gate !== READY_GATES.unit.id)
    const fast = aFastProfile({ maySkip: ['domain-local'] })
    const prior = aPass(READY_GATES.unit, { id: 'prior', sequence: 40 })
    const given: Given = { model: { profiles: [aProfile(), fast] }, facts: { evidence, skips: [aSkip(READY_GATES.unit, prior)] } }
    expect(item('profile-gates', given).status).toBe('skipped')
    expect(judge(given).unmet).toEqual(['profile-gates'])
  })

  it('a lane without smokes is not enough for a domain with consumers, and is for one that declares that it has none', () => {
    const lane = { gates: Object.values(READY_GATES).filter(({ layer }) => layer !== 'consumer-smoke') }
    expect(judge({ lane }).unmet).toEqual(['profile-gates', 'consumer-smokes'])
    expect(judge({ lane, packet: { supportedConsumers: { none: 'nobody reads it yet' } } }).verdict).toBe('eligible')
  })

  it('a lane with too many open gates to name says how many are left out', () => {
    const many = Array.from({ length: 200 }, (_, n) => ({ ...READY_GATES.unit, id: `${READY}/local/u${n}` }))
    const { reasons } = item('profile-gates', { lane: { gates: [...Object.values(READY_GATES), ...many] } })
    expect(reasons).toHaveLength(31)
    expect(reasons.at(-1)?.text).toMatch(/^170 more reasons/)
  })
})

describe('OM-33: "consumer smokes pass for every supported product consumer"', () => {
  it('every smoke of a consumer counts, not one of them', () => {
    const second = { ...READY_GATES.gpuaasSmoke, id: `${READY}/smoke/gpuaas-launch` }
    const lane = { gates: [...Object.values(READY_GATES), second] }
    expect(item('consumer-smokes', { lane }).status).toBe('missing')
    expect(item('consumer-smokes', { lane, facts: { evidence: [...readyPasses(), aPass(second, { sequence: 30 })] } }).status).toBe(
      'passed',
    )
  })

  it('a smoke that another lane declares does not count', () => {
    const lanes = [
      aReadyLane(),
      aLane('web', { gates: [{ ...READY_GATES.gpuaasSmoke, id: 'web/smoke/x', domain: 'web', consumer: 'web' }] }),
    ]
    expect(item('consumer-smokes', { model: { lanes }, packet: { supportedConsumers: { entries: ['web'] } } }).status).toBe('missing')
  })

  it('a smoke that was skipped with proof is skipped, not passed', () => {
    const evidence = readyPasses().filter(({ gate }) => gate !== READY_GATES.gpuaasSmoke.id)
    const skips = [aSkip(READY_GATES.gpuaasSmoke, aPass(READY_GATES.gpuaasSmoke, { id: 'prior', sequence: 40 }))]
    const given: Given = { model: { profiles: [aProfile(), aFastProfile()] }, facts: { evidence, skips } }
    expect(item('consumer-smokes', given).status).toBe('skipped')
    expect(judge(given).unmet).toEqual(['profile-gates', 'consumer-smokes'])
  })
})

describe('OM-34: "Status/Ops has a component row and SLO evidence for the domain"', () => {
  it('its evidence holds for 7 days', () => {
    expect(item('status-slo', passedAt('slo', 7)).status).toBe('passed')
  })
})

describe('OM-35: "boundary guards are clean in `blocking_new` for new findings"', () => {
  const known = { fingerprint: 'f1', guard: 'boundary_guard', rule: 'no-import', path: 'a.go' }
  const found = (fingerprint: string): Given => shown('guard', { findings: [{ ...known, fingerprint }] })
  const guardLists = {
    guardBaseline: [{ ...known, firstSeen: '2026-01-01', file: 'baseline.tsv', line: 2 }],
    guardAllowedDebt: [{ fingerprint: 'f2', owner: '@x', reason: 'y', expires: '2026-11-24', fairwayTask: 'T', file: 'debt.tsv', line: 2 }],
  }

  it('what the baseline knows and what is allowed until today is no obstacle', () => {
    expect(item('boundary-guards', { ...found('f1'), model: guardLists }).status).toBe('passed')
    expect(item('boundary-guards', { ...found('f2'), model: guardLists }).status).toBe('passed')
  })

  it('what is new, and what was allowed until yesterday, is', () => {
    expect(item('boundary-guards', { ...found('f9'), model: guardLists }).status).toBe('blocked')
    const tomorrow = new Date('2026-11-25T00:00:00Z')
    expect(itemIn(aReadyWorld({ ...found('f2'), model: guardLists, now: tomorrow }), 'boundary-guards').status).toBe('blocked')
  })

  it('in `blocking` the baseline is an obstacle too', () => {
    const packet = { boundaryGuard: { mode: 'blocking' as const, gate: READY_GATES.guard.id } }
    expect(item('boundary-guards', { ...found('f1'), model: guardLists, packet }).status).toBe('blocked')
    expect(item('boundary-guards', { packet }).status).toBe('passed')
  })

  it('a guard that never ran on this content is missing', () => {
    expect(item('boundary-guards', withoutPass('guard')).status).toBe('missing')
  })
})

describe('the verdict is unknown when an input could not be read', () => {
  const fault = (
    file: string,
    severity: 'error' | 'warning' = 'error',
    code: 'yaml-syntax' | 'empty-requirement' = 'yaml-syntax',
  ): Given => ({
    model: { diagnostics: [{ file, line: 7, column: 1, code, severity, message: 'It is broken.', hint: 'Mend it.' }] },
  })

  it.each([
    ['lanekeeper.yaml', ELIGIBILITY_ITEMS.length],
    ['extraction-packets.yaml', ELIGIBILITY_ITEMS.length],
    ['lanes/gpuaas.yaml', 6],
    ['release-profiles.yaml', 1],
    ['guard-fingerprint-baseline.tsv', 1],
    ['guard-allowed-debt.tsv', 1],
  ])('%s: %i items are blocked, with the line and what to do', (file, count) => {
    const found = judge(fault(file))
    expect(found.verdict).toBe('unknown')
    expect(found.unmet).toHaveLength(count)
    const blocked = found.items.filter(({ status }) => status === 'blocked')
    expect(blocked.map(({ reasons }) => reasons[0])).toEqual(
      blocked.map(() =>
        expect.objectContaining({
          code: 'model.unreadable',
          refs: [`file:${file}:7`],
          next: { label: 'Mend it.', command: 'lanekeeper lint' },
        }),
      ),
    )
  })

  it('a warning, or a fault in a map, leaves it known', () => {
    expect(judge(fault('extraction-packets.yaml', 'warning')).verdict).toBe('eligible')
    expect(judge(fault('maps/package-ownership.md')).verdict).toBe('eligible')
  })

  it('a list that is empty without a reason could be read: the domain is not eligible', () => {
    const given = fault('extraction-packets.yaml', 'error', 'empty-requirement')
    expect(judge({ ...given, packet: { crossProcessCallers: null } })).toMatchObject({ verdict: 'not-eligible', unmet: ['service-auth'] })
  })
})

describe('what comes later turns a domain that was ready into one that is not', () => {
  it.each(Object.keys(READY_GATES) as (keyof typeof READY_GATES)[])('a failure of %s', (name) => {
    const evidence = [...readyPasses(), aFailure(READY_GATES[name], { sequence: 90 })]
    const found = judge({ facts: { evidence } })
    expect(found.verdict).toBe('not-eligible')
    expect(found.unmet).toContain('profile-gates')
  })

  it('a pass that is taken back', () => {
    const evidence = readyPasses({ harness: { revoked: { at: NOW, by: 'token:ci', reason: 'wrong content' } } })
    expect(judge({ facts: { evidence } }).unmet).toEqual(['degradation-harness', 'profile-gates'])
  })
})

function without(path: string): readonly string[] {
  return READY_DOCUMENTS.filter((each) => each !== path)
}

function shown(name: keyof typeof READY_GATES, given: Partial<Evidence>): Given {
  return { facts: { evidence: readyPasses({ [name]: given }) } }
}

function passedAt(name: keyof typeof READY_GATES, days: number): Given {
  return shown(name, { receivedAt: hoursAgo(days * DAYS) })
}

function withoutPass(name: keyof typeof READY_GATES): Given {
  return { facts: { evidence: readyPasses().filter(({ gate }) => gate !== READY_GATES[name].id) } }
}

function rollback(given: object): Partial<ExtractionPacket> {
  const whole = aReadyPacket().rollback
  return whole === null ? {} : { rollback: { ...whole, ...given } }
}
