import { createHash, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import type { ReleasePacket } from '#lib/model/release-packet.ts'
import { verifyingKeyOf } from '#lib/rules/audit/verifying-key.ts'
import { signStatement } from '#lib/rules/packet/envelope.ts'
import { gateDecisionText, packetText, verificationSummaryText } from '#lib/rules/packet/statements.ts'
import { verifyPacket } from '#lib/rules/packet/verify-packet.ts'
import { READY_GATES } from '#test/builders/a-ready-model-request.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aDataFolder, type GuardedStore, startGuarded, stopGuarded } from '#test/guarded-store.ts'
import { answered, aSha, INITIAL, post, reported, storeReadyModel } from '#test/recording.ts'
import { declareSkip } from './declare-skip.ts'
import { makePlan } from './make-plan.ts'
import { recordPromotion } from './record-promotion.ts'
import { makePacket } from './release-packet.ts'
import { makeRevocation } from './revoke-evidence.ts'

let test: TestDatabase
let store: GuardedStore
let text: string
let packet: ReleasePacket

const folder = aDataFolder()
const content = { gitCommit: aSha('a'), gitTree: aSha('b'), sha256: 'c'.repeat(64) }
const common = { repository: null, writer: INITIAL, retry: null }
const URL_OF_SERVER = 'https://lanekeeper.example.test'

beforeAll(async () => {
  test = await createTestDatabase()
  store = await startGuarded(test.database, folder.path)
  await storeReadyModel()
  const files = ['packages/platform/billing/a.go']
  answered(await makePlan({ ...common, change: { files }, profile: null, base: null, head: content.gitCommit, askedBy: 'token:initial' }))
  // Two requests, of which the second is bound together with evidence for another commit.
  const [first = '', ...others] = READY_GATES
  await post(reported(first, content, first === 'global/boundary_guard' ? NO_FINDINGS : {}))
  const rest = others.map((gate) => reported(gate, content, gate === 'global/boundary_guard' ? NO_FINDINGS : {}))
  const { items } = await post([...rest, reported('global/contracts', { gitCommit: aSha('d') })])
  const prior = items[1]
  const skip = {
    gate: prior.gate,
    profile: 'hotfix-fast',
    content,
    reason: 'ran a moment ago',
    prior: prior.id,
    risk: 'low' as const,
    runId: null,
  }
  answered(await declareSkip({ ...common, ...skip }))
  await store.guard.signNow()
  const { id } = answered(
    await recordPromotion({ repository: null, actor: INITIAL, retry: null, domain: 'platform-billing', content }),
  ) as { id: string }
  text = await packetOf(id)
  packet = JSON.parse(text)
})
afterAll(async () => {
  await stopGuarded()
  await test.close()
  folder.remove()
})

const NO_FINDINGS = { findings: 'fingerprint\tguard\trule\tpath\tfirst_seen\n' }

async function packetOf(id: string): Promise<string> {
  const made = await makePacket(id, URL_OF_SERVER)
  return typeof made === 'string' ? made : expect.fail(made.detail)
}

const verify = (given: string | Uint8Array) => verifyPacket(typeof given === 'string' ? Buffer.from(given) : given, store.checkpoints.key)

/** A packet that somebody else has changed, in the right spelling. */
const changed = (change: (packet: never) => void) => {
  const copy = structuredClone(packet)
  change(copy as never)
  return packetText(copy)
}

/** The same by somebody who has the server's key, so that only what is missing or at odds tells. */
const forged = (change: (packet: never) => void) => {
  const { statements: _, ...body } = JSON.parse(changed(change)) as ReleasePacket
  const { key, privateKey } = store.checkpoints
  const gateDecision = signStatement(gateDecisionText(body), key, privateKey)
  return packetText({
    ...body,
    statements: { gateDecision, verificationSummary: signStatement(verificationSummaryText(body), key, privateKey) },
  })
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into packets freely
type Loose = any

describe('a release packet', () => {
  it('holds, by the key of the server, and by the one inside without saying whose it is', () => {
    expect(verify(text)).toEqual({ verified: true, firstWrong: null, key: store.checkpoints.key.name, isOriginShown: true, remarks: [] })
    expect(verifyPacket(Buffer.from(text), null)).toMatchObject({ verified: true, isOriginShown: false })
    expect(verifyPacket(Buffer.from(text), verifyingKeyOf(generateKeyPairSync('ed25519').publicKey))).toMatchObject({
      verified: false,
      firstWrong: { where: 'issuer.publicKey', because: expect.stringContaining('and not by') },
    })
  })

  it('holds everything that the promotion rested on', () => {
    expect(packet.promotion).toMatchObject({ domain: 'platform-billing', content, verdict: 'eligible', promotedBy: 'token:initial' })
    expect(packet.items.map(({ id }) => id)).toEqual(ELIGIBILITY_ITEMS)
    expect(packet.plan?.document).toMatchObject({ id: packet.plan?.id, head: content.gitCommit })
    expect(packet.skips).toMatchObject([{ state: 'accepted', profile: 'hotfix-fast' }])
    expect(packet.exceptions).toEqual([])
    expect(packet.evidence).toHaveLength(READY_GATES.length + 1)
    expect(packet.audit.segments.length).toBe(2)
  })

  it('is not told from another with any byte of it changed', () => {
    const bytes = Buffer.from(text)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const other = Buffer.from(bytes)
        other[at] = (other[at] ?? 0) ^ by
        const { verified, firstWrong } = verify(other)
        expect(verified).toBe(false)
        expect(firstWrong?.where).not.toBe('')
        expect(verifyPacket(other, null).verified).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('is not told from one that was cut off or added to', () => {
    for (const other of ['', text.slice(0, -1), `${text}\n`, ` ${text}`, `\ufeff${text}`, '{}', '[]', 'null', '['.repeat(200_000)]) {
      expect(verify(other).verified).toBe(false)
    }
  })
})

describe('what is dropped from a packet or changed in it is named', () => {
  it.each<[string, (p: Loose) => void, () => string, RegExp]>([
    ['evidence dropped', (p) => void p.evidence.splice(0, 1), () => `evidence ${packet.evidence[0]?.id}`, /is not in the packet/],
    [
      'a command changed',
      (p) => {
        p.evidence[0].command = 'true'
      },
      () => `${packet.evidence[0]?.id}`,
      /not what entry \d+ of the audit chain says/,
    ],
    ['evidence added', (p) => void p.evidence.push({ ...p.evidence[0], id: 'x' }), () => 'evidence x', /No audit entry/],
    ['evidence twice', (p) => void p.evidence.push(p.evidence[0]), () => `evidence ${packet.evidence[0]?.id}`, /twice/],
    ['a gate dropped', (p) => void p.gates.splice(0, 1), () => 'items, gates, skips and exceptions', /not what entry \d+/],
    [
      'a status changed',
      (p) => {
        p.gates.at(-1).status = 'not-applicable'
      },
      () => 'items, gates, skips and exceptions',
      /not what entry/,
    ],
    ['a skip dropped', (p) => void p.skips.splice(0, 1), () => 'items, gates, skips and exceptions', /not what entry/],
    ['an exception added', (p) => void p.exceptions.push({ id: 'x' }), () => 'items, gates, skips and exceptions', /not what entry/],
    [
      'the plan dropped',
      (p) => {
        p.plan = null
      },
      () => 'items, gates, skips and exceptions',
      /not what entry/,
    ],
    ['a gate of the plan dropped', (p) => void p.plan.document.gates.splice(0, 1), () => 'plan ', /not the plan that entry/],
    [
      'another domain',
      (p) => {
        p.promotion.domain = 'gpuaas'
      },
      () => 'promotion ',
      /not what entry/,
    ],
    [
      'another content',
      (p) => {
        p.promotion.content.sha256 = 'f'.repeat(64)
      },
      () => 'promotion ',
      /not what entry/,
    ],
    ['an audit entry dropped', (p) => void p.audit.segments[0].entries.splice(1, 1), () => 'audit entry', /missing/],
    [
      'an audit entry changed',
      (p) => {
        p.audit.segments[1].entries[0].at += 1
      },
      () => 'audit entry',
      /changed after it was written/,
    ],
    ['a checkpoint dropped', (p) => void p.audit.segments.splice(1, 1), () => '', /No audit entry|is not in the packet/],
    [
      'a checkpoint of another',
      (p) => {
        p.audit.segments[0].checkpoint = p.audit.segments[1].checkpoint
      },
      () => 'audit.segments[0].checkpoint',
      /do not end there/,
    ],
    [
      'an unknown part',
      (p) => {
        p.more = 1
      },
      () => 'more',
      /not what a release packet has there/,
    ],
    [
      'a moment moved',
      (p) => {
        p.promotion.promotedAt = '2020-01-01T00:00:00.000Z'
      },
      () => 'promotion ',
      /not what entry/,
    ],
  ])('%s', (_, change, where, because) => {
    for (const other of [changed(change as never), forged(change as never)]) {
      const { verified, firstWrong } = verify(other)
      expect(verified).toBe(false)
      expect(firstWrong?.where).toContain(where())
      expect(firstWrong?.because).toMatch(because)
    }
  })

  it('a signature of somebody else, and one for another packet', () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const { statements, ...body } = packet
    const gateDecision = signStatement(gateDecisionText(body), store.checkpoints.key, privateKey)
    expect(verify(packetText({ ...body, statements: { ...statements, gateDecision } })).firstWrong?.where).toBe('statements.gateDecision')
    const swapped = { gateDecision: statements.verificationSummary, verificationSummary: statements.gateDecision }
    expect(verify(packetText({ ...body, statements: swapped })).firstWrong?.where).toBe('statements.gateDecision')
  })
})

describe('its statements are what others can read', () => {
  const statementIn = (envelope: { payload: string }) => JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8'))

  it('an in-toto Statement v1 with a gate decision that fits its schema', () => {
    const statement = statementIn(packet.statements.gateDecision)
    expect(statement).toMatchObject({ _type: 'https://in-toto.io/Statement/v1', predicateType: 'urn:lanekeeper:gate-decision:v1' })
    expect(statement.subject).toEqual([
      { name: 'gitCommit', digest: { gitCommit: content.gitCommit } },
      { name: 'gitTree', digest: { gitTree: content.gitTree } },
      { name: 'sha256', digest: { sha256: content.sha256 } },
    ])
    const schema = JSON.parse(readFileSync('docs/schemas/gate-decision.v1.schema.json', 'utf8'))
    const validate = new Ajv2020({ formats: { uuid: /^[0-9a-f-]{36}$/, 'date-time': /^\d{4}-.*Z$/, uri: /^https?:/ } }).compile(schema)
    expect(validate(statement.predicate) ? [] : validate.errors).toEqual([])
    expect(validate({ ...statement.predicate, decision: 'perhaps' })).toBe(false)
    expect(validate({ ...statement.predicate, items: statement.predicate.items.slice(1) })).toBe(false)
  })

  it("SLSA's verification summary v1, with every member that it requires", () => {
    const { predicate, predicateType, _type } = statementIn(packet.statements.verificationSummary)
    expect([_type, predicateType]).toEqual(['https://in-toto.io/Statement/v1', 'https://slsa.dev/verification_summary/v1'])
    const decision = Buffer.from(packet.statements.gateDecision.payload, 'base64')
    expect(predicate).toEqual({
      verifier: { id: URL_OF_SERVER },
      timeVerified: packet.promotion.promotedAt,
      resourceUri: `${URL_OF_SERVER}/domains/platform-billing?repository=acme`,
      policy: {
        uri: `${URL_OF_SERVER}/api/v1/models/current?repository=acme`,
        digest: { sha256: packet.promotion.modelDigest.slice('sha256:'.length) },
      },
      inputAttestations: [
        {
          uri: `${URL_OF_SERVER}/api/v1/promotions/${packet.promotion.id}/packet`,
          digest: { sha256: createHash('sha256').update(decision).digest('hex') },
        },
      ],
      verificationResult: 'PASSED',
      verifiedLevels: ['LANEKEEPER_INDEPENDENT_PROMOTION'],
    })
  })
})

describe('a packet is made of what was recorded, or not at all', () => {
  it('says what was taken back since', async () => {
    const pass = packet.evidence.find(({ gate }) => gate === 'platform-billing/local/unit')
    answered(await makeRevocation({ ...common, id: pass?.id ?? '', reason: 'wrong runner' }))
    const { verified, remarks } = verify(await packetOf(packet.promotion.id))
    expect({ verified, remarks }).toEqual({
      verified: true,
      remarks: [expect.stringMatching(/platform-billing\/local\/unit was taken back at .*: wrong runner/)],
    })
  })

  it('refuses when a row was changed behind its back, and names it', async () => {
    const id = packet.evidence[0]?.id
    const client = await test.database.pool.connect()
    await client.query('SET session_replication_role = replica')
    await client.query(`UPDATE evidence SET command = 'true' WHERE id = $1`, [id])
    await client.query('SET session_replication_role = DEFAULT')
    client.release()
    expect(await makePacket(packet.promotion.id, URL_OF_SERVER)).toMatchObject({
      refused: 'packet-impossible',
      detail: expect.stringContaining(id ?? ''),
    })
  })

  it('knows no promotion that there is not', async () => {
    for (const id of ['x', '00000000-0000-0000-0000-000000000000']) {
      expect(await makePacket(id, URL_OF_SERVER)).toMatchObject({ refused: 'promotion-unknown' })
    }
  })
})
