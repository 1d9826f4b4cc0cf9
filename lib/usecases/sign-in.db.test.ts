import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '#lib/model/demo-accounts.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { inTransaction } from '#lib/store/session.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { identifySession, signOut } from './identify-session.ts'
import { preparePeople } from './prepare-people.ts'
import { type Begun, signIn } from './sign-in.ts'
import { startSession } from './start-session.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
  await inTransaction((session) => preparePeople(session, { demo: true, initAdmin: null }))
})
afterAll(() => test.close())
beforeEach(async () => {
  await sql('TRUNCATE sign_in_failure')
})

const sql = async (text: string) => (await test.database.pool.query(text)).rows
const ADDRESS = 'architect@example.test'
const attempt = (password: string, email = ADDRESS, earlier: string | null = null) => signIn({ email, password, earlier })

async function begun(email = ADDRESS, earlier: string | null = null): Promise<Begun> {
  const answer = await attempt(DEMO_PASSWORD, email, earlier)
  if (isRefusal(answer)) throw new Error(answer.detail)
  return answer
}

const wrongs = async (times: number, email = ADDRESS) => {
  for (let at = 0; at < times; at += 1) expect(await attempt('wrong', email)).toMatchObject({ refused: 'sign-in-refused' })
}

describe('signing in with a password', () => {
  it('begins a session of that person, with the roles they have now', async () => {
    const { sessionId, person } = await begun()
    expect(person).toMatchObject({ email: ADDRESS, grants: [{ role: 'architect', domain: null, grantedBy: 'server' }] })
    expect(await identifySession(sessionId)).toMatchObject({ person: { id: person.id } })
    await sql(`UPDATE role_grant SET revoked_at = clock_timestamp(), revoked_by = 'server' WHERE role = 'architect'`)
    expect((await identifySession(sessionId))?.person.grants).toEqual([])
  })

  it('takes the address however it is spelled', async () => {
    expect(await attempt(DEMO_PASSWORD, ' Architect@Example.TEST')).toMatchObject({ person: { email: ADDRESS } })
  })

  it('keeps neither the id of a session nor a password', async () => {
    const { sessionId } = await begun()
    expect(sessionId).toMatch(/^[\w-]{43}$/)
    await wrongs(1)
    const rows = await sql(`SELECT to_jsonb(s)::text AS kept FROM person_session s UNION ALL SELECT to_jsonb(p)::text FROM person p
      UNION ALL SELECT to_jsonb(f)::text FROM sign_in_failure f UNION ALL SELECT canonical FROM audit_event`)
    const kept = rows.map((row) => row.kept).join('\n')
    expect(kept).toContain('scrypt$')
    expect(kept).not.toContain(sessionId)
    expect(kept).not.toMatch(/"password": "lanekeeper"|wrong/)
  })

  it('is told no in the same words for an address that nobody has', async () => {
    expect(await attempt(DEMO_PASSWORD, 'nobody@example.test')).toEqual(await attempt('wrong'))
  })

  it('is audited, and a wrong password is not: anybody can send one', async () => {
    const before = await sql(`SELECT count(*)::int AS n FROM audit_event`)
    await wrongs(2)
    const { person } = await begun()
    const rows = await sql('SELECT canonical FROM audit_event ORDER BY sequence DESC')
    expect(rows.length).toBe(before[0]?.n + 1)
    expect(JSON.parse(rows[0]?.canonical)).toMatchObject({ action: 'session.started', actor: `person:${person.id}` })
  })
})

describe('a wrong password costs an attempt', () => {
  it('five within 15 minutes, then not even the right one is looked at, until they are 15 minutes old', async () => {
    await wrongs(5)
    const refused = (await attempt(DEMO_PASSWORD)) as Refusal
    expect(refused.refused).toBe('too-many-attempts')
    expect(refused.retryAfter).toBeGreaterThan(890)
    expect(refused.retryAfter).toBeLessThanOrEqual(900)
    await begun('viewer@example.test')
    await sql(`UPDATE sign_in_failure SET at = at - interval '15 minutes'`)
    await begun()
  })

  it('counts for an address however it is spelled, and for one that nobody has', async () => {
    for (const email of [
      'nobody@example.test',
      'NOBODY@example.test',
      'nobody@Example.test',
      ' nobody@example.test',
      'nobody@example.TEST',
    ]) {
      await wrongs(1, email)
    }
    expect(await attempt('wrong', 'nobody@example.test')).toMatchObject({ refused: 'too-many-attempts' })
  })

  it('is forgiven once the right one is given', async () => {
    await wrongs(4)
    await begun()
    await wrongs(4)
    await begun()
  })

  it('also when many are sent at once: five are answered, and no right one among those after', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('wrong')))
    const codes = answers.map((answer) => (isRefusal(answer) ? answer.refused : 'signed in'))
    expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(7)
  })

  it('and 200 for all accounts together, so that one password is not tried on every account', async () => {
    await sql(`INSERT INTO sign_in_failure (account_sha256) SELECT encode(sha256(n::text::bytea), 'hex') FROM generate_series(1, 200) n`)
    expect(await attempt(DEMO_PASSWORD)).toMatchObject({ refused: 'too-many-attempts' })
  })
})

describe('a session ends', () => {
  it.each([
    ['after 60 minutes without a request', 'last_seen_at', '60 minutes'],
    ['12 hours after the sign-in', 'created_at', '12 hours'],
  ])('%s, and not before', async (_, column, time) => {
    const { sessionId } = await begun()
    await sql(`UPDATE person_session SET ${column} = clock_timestamp() - interval '${time}' + interval '1 minute'`)
    expect(await identifySession(sessionId)).not.toBeNull()
    // A second more: the clock of a virtual machine may be put back a little between two statements.
    await sql(`UPDATE person_session SET ${column} = clock_timestamp() - interval '${time}' - interval '1 second'`)
    expect(await identifySession(sessionId)).toBeNull()
  })

  it('not while it is in use', async () => {
    const { sessionId } = await begun()
    for (let at = 0; at < 3; at += 1) {
      await sql(`UPDATE person_session SET last_seen_at = last_seen_at - interval '50 minutes'`)
      expect(await identifySession(sessionId)).not.toBeNull()
    }
  })

  it('when it is signed out, wherever its cookie is kept', async () => {
    const { sessionId } = await begun()
    await signOut(sessionId)
    expect(await identifySession(sessionId)).toBeNull()
  })

  it('when another begins in its place', async () => {
    const first = await begun()
    const second = await begun(ADDRESS, first.sessionId)
    expect(await identifySession(first.sessionId)).toBeNull()
    expect(await identifySession(second.sessionId)).not.toBeNull()
  })

  it('when the account no longer works', async () => {
    const { sessionId, person } = await begun()
    await sql(`UPDATE person SET disabled_at = clock_timestamp() WHERE id = '${person.id}'`)
    expect(await identifySession(sessionId)).toBeNull()
    expect(await attempt(DEMO_PASSWORD)).toMatchObject({ refused: 'sign-in-refused' })
    await sql(`UPDATE person SET disabled_at = NULL WHERE id = '${person.id}'`)
  })

  it('keeps when somebody has shown who they are, for whoever begins one elsewhere', async () => {
    const { person } = await begun()
    const authTime = new Date('2026-11-30T10:00:00Z')
    const sessionId = await inTransaction((session) => startSession(session, person.id, authTime))
    expect(await identifySession(sessionId)).toMatchObject({ person: { id: person.id }, authTime })
  })
})
