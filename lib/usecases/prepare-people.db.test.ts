import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/model/demo-accounts.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { ROLES } from '#lib/model/role.ts'
import { loadPeople } from '#lib/store/people.ts'
import { ask, inTransaction } from '#lib/store/session.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { identifySession } from './identify-session.ts'
import { preparePeople, type SettledPeople } from './prepare-people.ts'
import { signIn } from './sign-in.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

const start = (settled: Partial<SettledPeople>) =>
  inTransaction((session) => preparePeople(session, { demo: false, initAdmin: null, ...settled }))
const attempt = (email: string, password: string) => signIn({ email, password, earlier: null })
const sessionOf = async (email: string, password: string) => {
  const answer = await attempt(email, password)
  return isRefusal(answer) ? answer.refused : answer.sessionId
}

describe('demo accounts: `<role>@example.test` for each role, and a second domain owner, with the password `lanekeeper`', () => {
  it('are not there without the demo', async () => {
    await start({})
    expect(await ask(loadPeople)).toEqual([])
    expect(await attempt('architect@example.test', DEMO_PASSWORD)).toMatchObject({ refused: 'sign-in-refused' })
  })

  it('are made once, each with its role for all domains by the settings of the server', async () => {
    await start({ demo: true })
    await start({ demo: true })
    const people = await ask(loadPeople)
    expect(people).toHaveLength(ROLES.length + 1)
    for (const { email, role } of DEMO_ACCOUNTS) {
      expect(people.find((person) => person.email === email)?.grants).toMatchObject([{ role, domain: null, grantedBy: 'server' }])
    }
    expect(DEMO_ACCOUNTS.map(({ email }) => email).toSorted()).toEqual(
      [...ROLES.map((role) => `${role}@example.test`), 'domain-owner-2@example.test'].toSorted(),
    )
  })

  it('stop working when the demo is off, also for whoever is signed in, and work again with it', async () => {
    const sessionId = await sessionOf('architect@example.test', DEMO_PASSWORD)
    expect(await identifySession(sessionId)).not.toBeNull()
    await start({ demo: false })
    expect(await identifySession(sessionId)).toBeNull()
    expect(await attempt('architect@example.test', DEMO_PASSWORD)).toMatchObject({ refused: 'sign-in-refused' })
    expect(await ask(loadPeople)).toEqual([])
    await start({ demo: true })
    expect(await identifySession(sessionId)).toBeNull()
    expect(await identifySession(await sessionOf('architect@example.test', DEMO_PASSWORD))).not.toBeNull()
    await start({ demo: false })
  })
})

describe('LANEKEEPER_INIT_ADMIN names the first administrator', () => {
  const initAdmin = { email: 'Root@example.org', password: 'first password' }

  it('makes the account once, with the role for all domains, on record', async () => {
    await start({ initAdmin })
    await start({ initAdmin })
    expect(await ask(loadPeople)).toMatchObject([
      { email: 'Root@example.org', grants: [{ role: 'admin', domain: null, grantedBy: 'server' }] },
    ])
    const { rows } = await test.database.pool.query(
      `SELECT canonical FROM audit_event WHERE canonical LIKE '%root%' OR canonical LIKE '%Root%'`,
    )
    expect(rows.map((row) => JSON.parse(row.canonical).action)).toEqual(['person.created', 'role.granted'])
  })

  it('sets another password when it says another, and ends what was begun with the old', async () => {
    const sessionId = await sessionOf('root@example.org', 'first password')
    await start({ initAdmin })
    expect(await identifySession(sessionId)).not.toBeNull()
    await start({ initAdmin: { ...initAdmin, password: 'second password' } })
    expect(await identifySession(sessionId)).toBeNull()
    expect(await sessionOf('root@example.org', 'first password')).toBe('sign-in-refused')
    expect(await identifySession(await sessionOf('root@example.org', 'second password'))).not.toBeNull()
  })

  it('can be the address of a demo account, which is then nobody else', async () => {
    await start({ initAdmin: { email: 'admin@example.test', password: 'not the demo' } })
    expect(await sessionOf('admin@example.test', DEMO_PASSWORD)).toBe('sign-in-refused')
    const sessionId = await sessionOf('admin@example.test', 'not the demo')
    await start({ demo: false })
    expect((await identifySession(sessionId))?.person.grants).toMatchObject([{ role: 'admin' }])
  })
})
