import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/model/demo-accounts.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { auditEntriesAfter } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { loadPeople } from '#lib/store/people.ts'
import { ask } from '#lib/store/session.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aDataFolder, type GuardedStore, startGuarded, stopGuarded } from '#test/guarded-store.ts'
import { aSha, post, reported, storeReadyModel } from '#test/recording.ts'
import { identifySession, signOut } from './identify-session.ts'
import { identifyToken } from './identify-token.ts'
import { signIn } from './sign-in.ts'
import { prepareIdentities } from './start-store.ts'
import { verifyAudit } from './verify-audit.ts'

const TOKEN = 'an-initial-token-of-more-than-32-characters'
const TOKEN_HASH = createHash('sha256').update(TOKEN).digest('hex')
const ADMIN = { email: 'ada@example.com', password: 'a-long-password' }

/** What a server that is set up so makes known before it answers anybody. */
const everybody = (session: Session) => prepareIdentities(session, { demo: true, initAdmin: ADMIN, initCiToken: TOKEN })
const nobody = (session: Session) => prepareIdentities(session, { demo: false, initAdmin: null, initCiToken: null })

let test: TestDatabase
let folder: ReturnType<typeof aDataFolder>
let store: GuardedStore

beforeEach(async () => {
  test = await createTestDatabase()
  folder = aDataFolder()
})
afterEach(async () => {
  await stopGuarded()
  await test.close()
  folder.remove()
})

const attempt = (password: string) => signIn({ email: 'architect@example.test', password, earlier: null })
const entries = () => ask((session) => auditEntriesAfter(session, 0, 1000))

async function restart(on: TestDatabase, prepare: (session: Session) => Promise<void>, accepted: string | null = null): Promise<void> {
  await stopGuarded()
  store = await startGuarded(on.database, folder.path, accepted, prepare)
}

/** Everybody whom the settings name is there and can come in. */
async function expectEverybody(): Promise<void> {
  const emails = (await ask(loadPeople)).map(({ email }) => email)
  expect(emails.toSorted()).toEqual([...DEMO_ACCOUNTS.map(({ email }) => email), ADMIN.email].toSorted())
  expect(await identifyToken(TOKEN_HASH, TOKEN)).not.toBeNull()
  expect(isRefusal(await signIn({ ...ADMIN, earlier: null }))).toBe(false)
}

describe('whom the settings name is there before anybody is answered', () => {
  it('on an empty database, which was never signed for', async () => {
    await restart(test, everybody)
    await expectEverybody()
    await store.guard.signNow()
    expect(await verifyAudit()).toMatchObject({ verified: true, checkpoints: { kept: 1 } })
  })

  it('on an empty database in the place of one that was signed for: after the entry that says so', async () => {
    await restart(test, nobody)
    await storeReadyModel()
    await store.guard.signNow()
    const empty = await createTestDatabase()
    await restart(empty, everybody)
    expect(JSON.parse((await entries())[0]?.canonical ?? '')).toMatchObject({ action: 'rollback.accepted' })
    await expectEverybody()
    await stopGuarded()
    await empty.close()
  })

  it('on an older copy not before its loss is accepted, and then after the entry that says so', async () => {
    await restart(test, nobody)
    await storeReadyModel()
    const older = await test.copy()
    for (const digit of ['1', '2']) await post(reported('global/contracts', { gitCommit: aSha(digit) }))
    await store.guard.signNow()
    const lost = (await entries()).at(-1)
    await restart(older, everybody)
    expect(await ask(loadPeople)).toEqual([])
    expect(await identifyToken(TOKEN_HASH, TOKEN)).toBeNull()
    const kept = await entries()
    await restart(older, everybody, lost?.hash)
    expect(JSON.parse((await entries())[kept.length]?.canonical ?? '')).toMatchObject({ action: 'rollback.accepted' })
    await expectEverybody()
    expect((await verifyAudit()).verified).toBe(true)
    await stopGuarded()
    await older.close()
  })
})

describe('while the history is doubted', () => {
  let older: TestDatabase
  let sessionId: string

  beforeEach(async () => {
    await restart(test, everybody)
    const begun = await attempt(DEMO_PASSWORD)
    if (isRefusal(begun)) throw new Error(begun.detail)
    sessionId = begun.sessionId
    older = await test.copy()
    await storeReadyModel()
    await store.guard.signNow()
    await restart(older, everybody)
  })
  afterEach(async () => {
    await stopGuarded()
    await older.close()
  })

  it('whoever is signed in stays so, and can sign out', async () => {
    expect(await identifySession(sessionId)).toMatchObject({ person: { email: 'architect@example.test' } })
    await signOut(sessionId)
    expect(await identifySession(sessionId)).toBeNull()
  })

  it('nobody signs in, and nobody can tell by the refusal whether a password was right', async () => {
    const before = await entries()
    const refusals = []
    for (const password of [DEMO_PASSWORD, 'wrong-secret']) refusals.push(await attempt(password).catch(String))
    expect(refusals[0]).toMatch(/this is an older copy of the database/)
    expect(refusals[1]).toBe(refusals[0])
    expect(await entries()).toEqual(before)
  })
})
