import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalText } from '#lib/rules/audit/canonical-text.ts'
import { hashEntry, NO_PREVIOUS_HASH } from '#lib/rules/audit/hash-entry.ts'
import { verifyAudit } from '#lib/usecases/verify-audit.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { appendAudit, auditEntriesAfter, pageOfAudit } from './audit.ts'
import { ask, inTransaction } from './session.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

/** The canonical text of an entry that says something. */
function canonical(details: string, repository: string | null = null): string {
  return canonicalText({ action: 'test.said', actor: 'server', details, repository, subject: 'x' })
}

async function append(details: string, repository: string | null = null) {
  return inTransaction((session) => appendAudit(session, { repository, canonical: canonical(details, repository) }))
}

const all = () => ask((session) => auditEntriesAfter(session, 0, 100_000))

describe('"the chain verifies": the database hashes as the rules do', () => {
  it.each(['plain', 'ünïcödé 🚦 \u0000 \ud800', '"quoted" \\ \n', 'x'.repeat(100_000), ''])(
    'whatever an entry says: %j',
    async (details) => {
      const { sequence, at } = await append(details)
      const entry = (await all()).find((each) => each.sequence === sequence)
      expect(entry).toMatchObject({ canonical: canonical(details), at: at.getTime() })
      expect(entry?.hash).toBe(hashEntry(entry ?? expect.fail('no entry')))
    },
  )

  it('numbers from 1 without a gap, each entry naming the one before, and the whole verifies', async () => {
    const entries = await all()
    expect(entries.length).toBeGreaterThan(4)
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1))
    expect(entries.map(({ previousHash }) => previousHash)).toEqual([NO_PREVIOUS_HASH, ...entries.slice(0, -1).map(({ hash }) => hash)])
    const last = entries.at(-1)
    expect(await verifyAudit()).toMatchObject({
      verified: true,
      entries: entries.length,
      head: { sequence: last?.sequence, hash: last?.hash },
      firstBad: null,
    })
  })

  it('chains an entry that somebody inserts beside the function, whatever it claims to be', async () => {
    const before = (await all()).length
    await test.database.pool.query(
      `INSERT INTO audit_event VALUES (999, 0, NULL, $1, repeat('f', 64), repeat('f', 64)), (7, 0, NULL, $1, '', '')`,
      [canonical('forged')],
    )
    const entries = await all()
    expect(entries.slice(before).map(({ sequence }) => sequence)).toEqual([before + 1, before + 2])
    expect((await verifyAudit()).verified).toBe(true)
  })

  it('leaves no gap where a transaction is undone', async () => {
    const before = (await all()).length
    const undone = inTransaction(async (session) => {
      await appendAudit(session, { repository: null, canonical: canonical('undone') })
      throw new TypeError('our own bug')
    })
    await expect(undone).rejects.toThrow(TypeError)
    expect(await append('next')).toMatchObject({ sequence: before + 1 })
  })

  it('lets writers that come together append one after the other', async () => {
    const before = (await all()).length
    const appended = await Promise.all(Array.from({ length: 24 }, (_, at) => append(`together ${at}`)))
    expect(appended.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(appended.map((_, at) => before + 1 + at))
    expect((await verifyAudit()).verified).toBe(true)
  })

  it('lists the entries of one repository or all, newest first, each once', async () => {
    const own = [await append('one', 'own'), await append('two', 'own'), await append('three', 'own')].map(({ sequence }) => sequence)
    const first = await ask((session) => pageOfAudit(session, { repository: 'own', action: null }, { before: null, limit: 2 }))
    const second = await ask((session) => pageOfAudit(session, { repository: 'own', action: null }, { before: first.next, limit: 2 }))
    expect([...first.items, ...second.items].map(({ sequence }) => sequence)).toEqual(own.reverse())
    expect(second.next).toBeNull()
    const { items } = await ask((session) => pageOfAudit(session, { repository: null, action: null }, { before: null, limit: 200 }))
    expect(items).toHaveLength((await all()).length)
  })

  it('names the first entry that was changed behind its back', async () => {
    const { sequence } = await append('to be changed')
    await append('after it')
    await test.database.pool.query('ALTER TABLE audit_event DISABLE TRIGGER audit_event_is_immutable')
    await test.database.pool.query(`UPDATE audit_event SET canonical = replace(canonical, 'changed', 'bettered') WHERE sequence = $1`, [
      sequence,
    ])
    await test.database.pool.query('ALTER TABLE audit_event ENABLE TRIGGER audit_event_is_immutable')
    expect(await verifyAudit()).toMatchObject({ verified: false, firstBad: { sequence } })
  })
})
