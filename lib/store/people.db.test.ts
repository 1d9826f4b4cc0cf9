import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#lib/model/role.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { createPerson, findPerson, findPersonOfProvider, grantRole, loadPeople, namesOfPeople, revokeRole } from './people.ts'
import { ask } from './session.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

const NEW = { name: 'Ada', provider: null, password: null, isDemo: false, createdBy: 'server' }
const make = async (email: string, given: Partial<Parameters<typeof createPerson>[1]> = {}) => {
  const person = await ask((session) => createPerson(session, { ...NEW, ...given, email }))
  if (person === null) throw new Error('the address is taken')
  return person
}
const grant = (personId: string, role: Role, domain: string | null = null, grantedBy = 'server') =>
  ask((session) => grantRole(session, { personId, role, domain, grantedBy, grantedAt: new Date() }))
const revoke = (personId: string, role: Role, domain: string | null = null) =>
  ask((session) => revokeRole(session, { personId, role, domain, revokedBy: 'server', revokedAt: new Date() }))

describe('an account is for one address, however it is spelled', () => {
  it('keeps the address as it was given and takes no second spelling of it', async () => {
    const { id } = await make('Ada@Example.test')
    expect(await ask((session) => findPerson(session, id))).toEqual({ id, email: 'Ada@Example.test', name: 'Ada', grants: [] })
    expect(await ask((session) => createPerson(session, { ...NEW, email: 'ada@example.TEST' }))).toBeNull()
  })

  it('knows a person by what the sign-in provider calls them, once', async () => {
    const provider = { issuer: 'https://id.example.test', subject: '42' }
    const { id } = await make('of-provider@example.test', { provider })
    expect(await ask((session) => findPersonOfProvider(session, provider.issuer, '42'))).toMatchObject({ id })
    expect(await ask((session) => findPersonOfProvider(session, 'https://other.example.test', '42'))).toBeNull()
    expect(await ask((session) => createPerson(session, { ...NEW, email: 'second@example.test', provider }))).toBeNull()
  })
})

describe('roles are what a person has now', () => {
  it('gives a role for a domain or for all, once each, and takes back just the one', async () => {
    const { id } = await make('roles@example.test')
    expect(await grant(id, 'domain-owner', 'platform-billing')).toBe(true)
    expect(await grant(id, 'domain-owner', 'platform-billing')).toBe(false)
    expect(await grant(id, 'domain-owner')).toBe(true)
    expect(await grant(id, 'domain-owner')).toBe(false)
    expect((await ask((session) => findPerson(session, id)))?.grants.map(({ domain }) => domain)).toEqual([null, 'platform-billing'])
    expect(await revoke(id, 'domain-owner')).toBe(true)
    expect(await revoke(id, 'domain-owner')).toBe(false)
    expect((await ask((session) => findPerson(session, id)))?.grants.map(({ domain }) => domain)).toEqual(['platform-billing'])
    expect(await grant(id, 'domain-owner')).toBe(true)
  })

  it('lists everybody, also whoever has no role', async () => {
    const people = await ask(loadPeople)
    expect(people.map(({ email }) => email)).toEqual(['Ada@Example.test', 'of-provider@example.test', 'roles@example.test'])
    expect(people.map(({ grants }) => grants.length)).toEqual([0, 0, 2])
  })

  it('does not let the database itself keep a role that somebody gave themselves, or one that there is not', async () => {
    const { id } = await make('self@example.test')
    await expect(grant(id, 'admin', null, `person:${id}`)).rejects.toThrow(/role_grant_by_another_check/)
    await expect(grant(id, 'owner' as Role)).rejects.toThrow(/role_grant_role_check/)
  })

  it('never forgets who had a role', async () => {
    for (const statement of [
      `UPDATE role_grant SET role = 'admin'`,
      `UPDATE role_grant SET revoked_at = NULL, revoked_by = NULL WHERE revoked_at IS NOT NULL`,
      'DELETE FROM role_grant',
      'TRUNCATE role_grant',
      'DELETE FROM person',
    ]) {
      await expect(test.database.pool.query(statement), statement).rejects.toThrow(/never changed or removed/)
    }
  })
})

describe('an account that does not work', () => {
  it('is nobody, and what was done with it keeps its name', async () => {
    const { id } = await make('gone@example.test', { name: 'Grace' })
    await test.database.pool.query('UPDATE person SET disabled_at = clock_timestamp() WHERE id = $1', [id])
    expect(await ask((session) => findPerson(session, id))).toBeNull()
    expect((await ask(loadPeople)).map((person) => person.id)).not.toContain(id)
    expect((await ask(namesOfPeople)).get(id)).toBe('Grace')
  })
})
