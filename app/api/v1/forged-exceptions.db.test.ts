import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, newContent } from '#test/api-server.ts'
import type { TestDatabase } from '#test/database.ts'
import { makeDemoAccounts, signedInAs } from '#test/signed-in.ts'
import * as decisions from './exceptions/[id]/decisions/route.ts'
import * as one from './exceptions/[id]/route.ts'
import * as exceptions from './exceptions/route.ts'

let test: TestDatabase
let id: string
let owner: { cookie: string; origin: string }

beforeAll(async () => {
  test = await aReadyServer()
  await makeDemoAccounts()
  owner = await signedInAs('domain-owner')
  const body = {
    gates: ['platform-billing/evidence/slo', 'platform-billing/local/unit'],
    domain: 'platform-billing',
    content: newContent(),
    reason: 'the exporter moves on Monday',
    risk: 'medium',
    control: 'we watch the exporter',
    expiresAt: new Date(Date.now() + 24 * 3_600_000).toISOString(),
  }
  id = (await callApi(exceptions, { headers: { ...owner }, body })).document.id
})
afterAll(() => test.close())

const decide = async (who: string) =>
  callApi(decisions, {
    params: { id },
    headers: { ...(await signedInAs(who)) },
    body: { decision: 'approve', reason: 'the risk is known' },
  })
const read = async () => (await callApi(one, { params: { id } })).document

/** Writes what a last approval would, with these people in its places. */
async function forge(...emails: string[]) {
  const { rows } = await test.database.pool.query('SELECT id, email, name FROM person WHERE email = ANY($1)', [emails])
  const places = emails.map((email) => ({ place: { role: 'domain-owner' }, by: rows.find((row) => row.email === email) }))
  const approval = JSON.stringify({ at: new Date().toISOString(), places, seen: {} })
  return test.database.pool.query(`UPDATE exception SET state = 'approved', approved_at = now(), approval = $2 WHERE id = $1`, [
    id,
    approval,
  ])
}

const REFUSED = { code: '55000' }

describe('whoever can write to the database, but only append, approves nothing by it', () => {
  it.each([
    ['by nobody', []],
    ['by who asked', ['domain-owner@example.test']],
    ['by somebody who has not decided', ['domain-owner-2@example.test']],
  ])('%s', async (_, people) => {
    await expect(forge(...people)).rejects.toMatchObject(REFUSED)
    expect(await read()).toMatchObject({ state: 'requested', inForce: false })
  })

  it('nor by one who has, twice, or together with one who has not', async () => {
    expect((await decide('domain-owner-2')).status).toBe(201)
    const twice = ['domain-owner-2@example.test', 'domain-owner-2@example.test']
    await expect(forge(...twice)).rejects.toMatchObject(REFUSED)
    await expect(forge('domain-owner-2@example.test', 'release-manager@example.test')).rejects.toMatchObject(REFUSED)
    expect(await read()).toMatchObject({ state: 'requested', open: [{ role: 'release-manager' }] })
  })

  it('nor puts an approved one beside those that were asked for', async () => {
    expect((await decide('release-manager')).document.state).toBe('approved')
    const copy = `INSERT INTO exception SELECT (json_populate_record(x, $2)).* FROM exception x WHERE id = $1`
    const other = JSON.stringify({ id: randomUUID(), sequence: 9_000_000 })
    await expect(test.database.pool.query(copy, [id, other])).rejects.toMatchObject(REFUSED)
  })
})
