import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aKeptPlan } from '#test/builders/a-kept-plan.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { findToken, registerInitialToken } from './api-tokens.ts'
import { keepModel, modelContent, newestModel, packPart } from './models.ts'
import { packText } from './packed-text.ts'
import { keepPlan, pageOfPlans, planDocument } from './plans.ts'
import { firstRepositories, holdRepository, type KnownRepository } from './repositories.ts'
import { ask, inTransaction } from './session.ts'

let test: TestDatabase
let repository: KnownRepository

const DIGEST = `sha256:${'a'.repeat(64)}`

beforeAll(async () => {
  test = await openTestDatabase()
  repository = await inTransaction((session) => holdRepository(session, 'gpuaas-platform'))
})
afterAll(() => test.close())

async function storeModel(text: string, of = repository) {
  const [sources, tree] = await Promise.all([packPart([{ path: 'lanekeeper.yaml', text }]), packPart(['a', 'b'])])
  const parts = { sources: sources.packed, tree: tree.packed, treeSha256: tree.sha256 }
  return ask((session) => keepModel(session, { repositoryId: of.id, digest: DIGEST, ...parts, sentBy: 'token:initial' }))
}

describe('models and plans are the history, and the history is never rewritten', () => {
  it('gives back what was stored, character for character', async () => {
    const text = 'a\0b \u202e \u{1f6a6} \\u0000 "quoted"\r\n\ufeff'
    const { sequence } = await storeModel(text)
    const content = await ask((session) => modelContent(session, sequence))
    expect(content).toEqual({ sources: [{ path: 'lanekeeper.yaml', text }], tree: ['a', 'b'] })
  })

  it('has the newest model of a repository as its current one', async () => {
    await storeModel('one')
    const second = await storeModel('two')
    expect(await ask((session) => newestModel(session, repository.id))).toEqual(second)
  })

  it('gives moments by the database clock in UTC', async () => {
    const { createdAt, sequence } = await storeModel('now')
    const { rows } = await test.database.pool.query(
      `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS utc, now() - created_at < interval '1 minute' AS recent, current_setting('TimeZone') AS zone FROM model WHERE sequence = $1`,
      [sequence],
    )
    expect(rows).toEqual([{ utc: createdAt.toISOString(), recent: true, zone: 'UTC' }])
  })

  it.each([
    ['UPDATE model SET tree = tree', 'model'],
    ['DELETE FROM model', 'model'],
    ['TRUNCATE model CASCADE', 'model or plan'],
    ['UPDATE plan SET document = document', 'plan'],
    ['DELETE FROM plan', 'plan'],
    ['TRUNCATE plan', 'plan'],
    ['DELETE FROM repository', 'repository'],
  ])('refuses %s', async (statement) => {
    const { sequence } = await storeModel('to stay')
    await ask((session) => keepPlan(session, aKeptPlan({ repositoryId: repository.id, modelSequence: sequence })))
    await expect(test.database.pool.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(55000|23001|23503)$/) })
  })

  it('refuses a plan without a gate: a change is never routed to none', async () => {
    const { sequence } = await storeModel('no gates')
    const empty = aKeptPlan({ repositoryId: repository.id, modelSequence: sequence, gates: [] })
    await expect(ask((session) => keepPlan(session, empty))).rejects.toThrow(/plan_gate_count_check/)
  })
})

describe('plans are listed newest first, page by page', () => {
  it('gives every plan once, also while new ones arrive', async () => {
    const own = await inTransaction((session) => holdRepository(session, 'paged'))
    const { sequence } = await storeModel('paged', own)
    const keep = async () => {
      const plan = aKeptPlan({ repositoryId: own.id, modelSequence: sequence })
      await ask((session) => keepPlan(session, plan))
      return plan.id
    }
    const ids: string[] = []
    for (let count = 0; count < 7; count += 1) ids.push(await keep())
    const seen: string[] = []
    let before: bigint | null = null
    do {
      const page = await ask((session) => pageOfPlans(session, own, { before, limit: 3 }))
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items.map((item) => item.id))
      before = page.next
      await keep()
    } while (before !== null)
    expect(seen).toEqual(ids.reverse())
  })

  it('gives back the document as it was answered, and nothing for an id that is not there', async () => {
    const { sequence } = await storeModel('for a document')
    const document = '{"odd": "\\u0000\\ud800 \u{1f6a6}" }'
    const plan = { ...aKeptPlan({ repositoryId: repository.id, modelSequence: sequence }), document: await packText(document) }
    await ask((session) => keepPlan(session, plan))
    expect(await ask((session) => planDocument(session, plan.id))).toBe(document)
    expect(await ask((session) => planDocument(session, randomUUID()))).toBeNull()
  })
})

describe('repositories and tokens', () => {
  it('makes one repository of many that are stored at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => inTransaction((session) => holdRepository(session, 'at-once'))))
    const names = (await ask((session) => firstRepositories(session, 10))).map(({ name }) => name)
    expect(names.filter((name) => name === 'at-once')).toHaveLength(1)
    expect(names).toEqual(names.toSorted())
  })

  it('knows the initial token, forgets the one before it, and none that has expired', async () => {
    const [first, second] = ['1'.repeat(64), '2'.repeat(64)]
    await ask((session) => registerInitialToken(session, first))
    await ask((session) => registerInitialToken(session, first))
    expect(await ask((session) => findToken(session, first))).toMatchObject({ id: 'initial', role: 'ci' })
    await ask((session) => registerInitialToken(session, second))
    expect(await ask((session) => findToken(session, first))).toBeNull()
    expect(await ask((session) => findToken(session, second))).not.toBeNull()
    await test.database.pool.query(`UPDATE api_token SET expires_at = clock_timestamp() - interval '1 second'`)
    expect(await ask((session) => findToken(session, second))).toBeNull()
  })

  it('writes down that a token was used, at most once a minute', async () => {
    const sha256 = '3'.repeat(64)
    await ask((session) => registerInitialToken(session, sha256))
    await test.database.pool.query(`UPDATE api_token SET expires_at = NULL, last_used_at = clock_timestamp() - interval '30 seconds'`)
    const lastUse = async () => (await test.database.pool.query('SELECT last_used_at::text FROM api_token')).rows
    const before = await lastUse()
    await ask((session) => findToken(session, sha256))
    expect(await lastUse()).toEqual(before)
    await test.database.pool.query(`UPDATE api_token SET last_used_at = clock_timestamp() - interval '2 minutes'`)
    await ask((session) => findToken(session, sha256))
    const { rows } = await test.database.pool.query(`SELECT last_used_at > clock_timestamp() - interval '10 seconds' AS now FROM api_token`)
    expect(rows).toEqual([{ now: true }])
  })
})
