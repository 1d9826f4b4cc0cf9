import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/model/actor.ts'
import type { Content } from '#lib/model/content.ts'
import { pageOfPromotions } from '#lib/store/promotions.ts'
import { findRepository } from '#lib/store/repositories.ts'
import { ask } from '#lib/store/session.ts'
import { READY_GATES } from '#test/builders/a-ready-model-request.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { answered, aSha, aWriter, INITIAL, post, reported, storeReadyModel } from '#test/recording.ts'
import { recordPromotion } from './record-promotion.ts'
import { makeRevocation } from './revoke-evidence.ts'

let test: TestDatabase

/** Every test has a source of its own. */
let round = 0
let content: Content

beforeAll(async () => {
  test = await openTestDatabase()
  await storeReadyModel()
})
beforeEach(() => {
  round += 1
  const shaOf = (name: string) => createHash('sha1').update(`${name} ${round}`).digest('hex')
  content = { gitCommit: shaOf('commit'), gitTree: shaOf('tree') }
})
afterAll(() => test.close())

async function passAll(of: Content = content) {
  const { items } = await post(READY_GATES.map((gate) => reported(gate, of, gate === 'global/boundary_guard' ? { findings: HEADER } : {})))
  return items as { id: string; gate: string }[]
}

const HEADER = 'fingerprint\tguard\trule\tpath\tfirst_seen\n'
const promote = (of: Content = content, actor: Actor = INITIAL, domain = 'platform-billing') =>
  recordPromotion({ repository: null, domain, content: of, actor, retry: null })
const entries = async () => Number((await test.database.pool.query('SELECT count(*) FROM audit_event')).rows[0].count)

describe('OM-36, "can move toward independent promotion only when every item below is true"', () => {
  it('records it with the eight items as they were judged', async () => {
    await passAll()
    const before = await entries()
    expect(answered(await promote())).toMatchObject({
      domain: 'platform-billing',
      content,
      verdict: 'eligible',
      promotedBy: 'token:initial',
    })
    expect(await entries()).toBe(before + 1)
    const repository = (await ask((session) => findRepository(session, 'acme'))) ?? expect.fail('no repository')
    const { items } = await ask((session) => pageOfPromotions(session, repository.id, { before: null, limit: 5 }))
    expect(items).toHaveLength(1)
    expect(items[0]?.items.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'passed'))
  })

  it('refuses with the items that are not met, and records nothing', async () => {
    await passAll()
    await post(reported('platform-billing/evidence/slo', content, { result: 'failed', exitCode: 1 }))
    const before = await entries()
    expect(await promote()).toMatchObject({ refused: 'not-eligible', unmet: ['profile-gates', 'status-slo'] })
    expect(await entries()).toBe(before)
  })

  it('refuses once a pass it rested on was taken back', async () => {
    const slo = (await passAll()).find(({ gate }) => gate.endsWith('/slo'))
    await makeRevocation({ repository: null, id: slo?.id ?? '', reason: 'wrong runner', writer: INITIAL, retry: null })
    expect(await promote()).toMatchObject({ refused: 'not-eligible', unmet: ['profile-gates', 'status-slo'] })
  })

  it('refuses an artifact that nobody has shown to be of that commit', async () => {
    await passAll()
    const sha256 = 'c'.repeat(64)
    expect(await promote({ ...content, sha256 })).toMatchObject({ refused: 'not-eligible' })
    await post(reported('global/contracts', { ...content, sha256 }))
    expect(answered(await promote({ ...content, sha256 }))).toMatchObject({ content: { ...content, sha256 } })
    expect(await promote({ ...content, gitTree: aSha('9') })).toMatchObject({ refused: 'not-eligible' })
  })

  it('refuses a domain without a lane, and a token that may not speak for it', async () => {
    await passAll()
    expect(await promote(content, INITIAL, 'platform-biling')).toMatchObject({ refused: 'domain-unknown' })
    const other = aWriter('other', { scope: { gates: null, domains: ['gpuaas'] } })
    expect(await promote(content, other)).toMatchObject({ refused: 'not-authorised' })
    const oneGate = aWriter('one-gate', { scope: { gates: [...READY_GATES], domains: null } })
    expect(await promote(content, oneGate)).toMatchObject({ refused: 'not-authorised' })
  })

  it('never records one beside a failure that came first, whoever is faster', async () => {
    for (let round = 0; round < 5; round += 1) {
      const of = { gitCommit: aSha(String(round)) }
      await passAll(of)
      const fail = post(reported('global/contracts', of, { result: 'failed', exitCode: 1 }))
      await Promise.all([promote(of), fail])
    }
    const { rows } = await test.database.pool.query(
      `SELECT count(*)::int AS wrong FROM promotion p JOIN evidence e USING (git_commit) WHERE e.result = 'failed' AND e.sequence < p.sequence`,
    )
    expect(rows).toEqual([{ wrong: 0 }])
  })
})
