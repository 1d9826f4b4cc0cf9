import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { answered, aRetry, aWriter, INITIAL } from '#test/recording.ts'
import { createToken } from './create-token.ts'
import { identifyToken } from './identify-token.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

const DAY_MS = 24 * 60 * 60 * 1000
const asked = { name: 'ci-billing', gates: null, domains: ['platform-billing'], expiresInDays: 30, actor: INITIAL, retry: null }

interface Made {
  readonly id: string
  readonly token: string
  readonly expiresAt: string
}

const make = async (given: Partial<Parameters<typeof createToken>[0]> = {}) => answered(await createToken({ ...asked, ...given })) as Made
const known = (token: string) => identifyToken(createHash('sha256').update(token).digest('hex'), token)

describe('"scoped tokens (hashed, expiring, gates and domains they may post for)"', () => {
  it('shows a token once and keeps its hash', async () => {
    const { id, token, expiresAt } = await make()
    expect(token).toMatch(new RegExp(`^lk_${id}_[A-Za-z0-9_-]{43}$`))
    expect(await known(token)).toMatchObject({ id, name: 'ci-billing', role: 'ci', scope: { gates: null, domains: ['platform-billing'] } })
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(30 * DAY_MS)
    const { rows } = await test.database.pool.query(
      `SELECT to_jsonb(t)::text || (SELECT string_agg(canonical, '') FROM audit_event) AS all FROM api_token t`,
    )
    expect(rows.map((row) => row.all).join()).not.toContain(token.slice(-43))
  })

  it('ends within 90 days, and no later than the one it is made with', async () => {
    const long = await make({ name: 'long', expiresInDays: 4000 })
    expect(Date.parse(long.expiresAt) - Date.now()).toBeLessThanOrEqual(90 * DAY_MS)
    const short = await make({ name: 'short', expiresInDays: 1 })
    const child = await make({ name: 'short', expiresInDays: 90, actor: aWriter(short.id, { name: 'short' }) })
    expect(child.expiresAt).toBe(short.expiresAt)
  })

  it('never allows more than the one it is made with', async () => {
    const maker = aWriter('maker', { name: 'ci-billing', scope: { gates: ['global/contracts'], domains: ['platform-billing', 'global'] } })
    expect(await createToken({ ...asked, gates: ['global/codegen'], actor: maker })).toMatchObject({
      refused: 'not-authorised',
      errors: [{ path: 'gates' }],
    })
    expect(await createToken({ ...asked, domains: ['gpuaas'], actor: maker })).toMatchObject({ errors: [{ path: 'domains' }] })
    expect(await make({ domains: null, actor: maker })).toMatchObject(maker.scope)
  })

  it('lets only the initial token give another name, since a name is what a gate lists', async () => {
    expect(await createToken({ ...asked, name: 'deploy-bot', actor: aWriter('ci-billing') })).toMatchObject({
      refused: 'not-authorised',
      errors: [{ path: 'name' }],
    })
  })

  it('makes one token under one key and does not show it again', async () => {
    const retry = aRetry('token:initial')
    const { token } = await make({ retry })
    expect(await createToken({ ...asked, retry })).toMatchObject({ refused: 'idempotency-conflict' })
    expect(await known(token)).not.toBeNull()
    expect(await known('lk_nobody')).toBeNull()
  })
})
