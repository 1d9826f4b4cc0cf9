import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAuditRecord } from '#lib/model/audit-record.ts'
import { hashEntry } from '#lib/rules/audit/hash-entry.ts'
import { readVerifyingKey } from '#lib/rules/audit/verifying-key.ts'
import { auditEntriesAfter } from '#lib/store/audit.ts'
import { ask } from '#lib/store/session.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aDataFolder, type GuardedStore, startGuarded, stopGuarded } from '#test/guarded-store.ts'
import { aSha, post, reported, storeReadyModel } from '#test/recording.ts'
import { openCheckpoints } from './checkpoints.ts'
import { readBoard } from './read-board.ts'
import { verifyAudit } from './verify-audit.ts'

let test: TestDatabase
let folder: ReturnType<typeof aDataFolder>
let store: GuardedStore

beforeEach(async () => {
  test = await createTestDatabase()
  folder = aDataFolder()
  store = await startGuarded(test.database, folder.path)
  await storeReadyModel()
  for (const digit of ['1', '2', '3']) await post(reported('global/contracts', { gitCommit: aSha(digit) }))
})
afterEach(async () => {
  await stopGuarded()
  await test.close()
  folder.remove()
})

const entries = () => ask((session) => auditEntriesAfter(session, 0, 1000))
const noteOf = (size: number) => `${test.database.engine}-${String(size).padStart(16, '0')}.note`
const notes = () => readdirSync(join(folder.path, 'checkpoints')).filter((name) => name.endsWith('.note'))
const record = () => post(reported('global/contracts', { gitCommit: aSha('9') }))

/** As a superuser of the database who gets round every trigger. */
async function tamper(sql: string, values: readonly unknown[] = []): Promise<void> {
  const client = await test.database.pool.connect()
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(sql, [...values])
    await client.query('SET session_replication_role = DEFAULT')
  } finally {
    client.release()
  }
}

/** The server is stopped and started again, on this database or another. */
async function restart(on: TestDatabase = test, accepted: string | null = null): Promise<void> {
  await stopGuarded()
  store = await startGuarded(on.database, folder.path, accepted)
}

describe('checkpoints are signed outside the database', () => {
  it('at the start, on demand and once for each length, by a key that only the owner of the folder can read', async () => {
    await store.guard.signNow()
    await store.guard.signNow()
    expect(notes()).toEqual([noteOf(4)])
    await record()
    await restart()
    expect(notes()).toEqual([noteOf(4), noteOf(5)])
    const keys = join(folder.path, 'keys')
    expect(statSync(join(keys, 'signing-key.pem')).mode & 0o777).toBe(0o600)
    expect(statSync(join(keys, 'signing-key.pub.pem')).mode & 0o777).toBe(0o644)
    expect(readVerifyingKey(readFileSync(join(keys, 'signing-key.pub.pem'), 'utf8'))?.name).toBe(store.checkpoints.key.name)
    expect(await verifyAudit()).toMatchObject({ verified: true, checkpoints: { kept: 2, newest: { size: 5 } } })
  })

  it('and a key that is gone while they are there is not quietly replaced', async () => {
    await store.guard.signNow()
    rmSync(join(folder.path, 'keys', 'signing-key.pem'))
    await expect(restart()).rejects.toThrow(/is missing, and checkpoints that it signed are there/)
    expect(existsSync(join(folder.path, 'keys', 'signing-key.pem'))).toBe(false)
  })

  it('and those of the embedded database are none of a server that the same folder is used with', async () => {
    await store.guard.signNow()
    const other = openCheckpoints(folder.path, test.database.engine === 'embedded' ? 'postgresql' : 'embedded')
    expect(other.folder.sizes()).toEqual([])
    expect(other.key.name).toBe(store.checkpoints.key.name)
  })

  it('and one that was changed is named', async () => {
    await store.guard.signNow()
    const path = join(folder.path, 'checkpoints', noteOf(4))
    writeFileSync(path, readFileSync(path, 'utf8').replace('\n4\n', '\n5\n'))
    expect(await verifyAudit()).toMatchObject({ verified: false, firstBad: { sequence: 4, fault: 'checkpoint-unreadable' } })
  })
})

describe('whatever a superuser of the database does to the chain is named', () => {
  it('one letter or number changed, in any column of any entry', async () => {
    await store.guard.signNow()
    const columns = fc.constantFrom('sequence', 'at', 'repository', 'canonical', 'previous_hash', 'hash')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), columns, fc.nat(), async (sequence, column, where) => {
        const { rows } = await test.database.pool.query(`SELECT ${column}::text AS value FROM audit_event WHERE sequence = $1`, [sequence])
        const value: string = rows[0].value
        const isNumber = column === 'sequence' || column === 'at'
        const at = where % value.length
        const other = isNumber
          ? String(Number(value) + 1_000)
          : `${value.slice(0, at)}${value[at] === 'a' ? 'b' : 'a'}${value.slice(at + 1)}`
        await tamper(`UPDATE audit_event SET ${column} = $1 WHERE sequence = $2`, [other, sequence])
        const { verified, firstBad } = await verifyAudit()
        const now = column === 'sequence' ? other : String(sequence)
        await tamper(`UPDATE audit_event SET ${column} = $1 WHERE sequence = $2`, [value, now])
        expect(verified).toBe(false)
        // A number that is gone is told by the entry after it, or by the end of the chain.
        if (column === 'sequence')
          expect(firstBad?.because).toMatch(new RegExp(`Entr(y ${sequence} is|ies ${sequence} to \\d+ are) missing`))
        else expect(firstBad?.sequence).toBe(sequence)
      }),
      { numRuns: 60 },
    )
    expect((await verifyAudit()).verified).toBe(true)
  })

  it('an entry deleted', async () => {
    await tamper('DELETE FROM audit_event WHERE sequence = 2')
    expect((await verifyAudit()).firstBad).toMatchObject({
      sequence: 3,
      fault: 'entry-missing',
      because: expect.stringContaining('Entry 2 is missing'),
    })
  })

  it('the tail cut off, while what its entries recorded is still there', async () => {
    await store.guard.signNow()
    await tamper('DELETE FROM audit_event WHERE sequence > 2')
    expect((await verifyAudit()).firstBad).toMatchObject({
      sequence: 3,
      fault: 'tail-cut',
      because: expect.stringContaining('Entries 3 to 4 are missing'),
    })
  })

  it('the chain written anew with every hash recomputed', async () => {
    await store.guard.signNow()
    let previousHash = (await entries())[0]?.hash ?? ''
    for (const { hash: _, ...entry } of (await entries()).slice(1)) {
      const other = { ...entry, previousHash, canonical: entry.canonical.replace('"passed"', '"failed"') }
      previousHash = hashEntry(other)
      await tamper('UPDATE audit_event SET canonical = $1, previous_hash = $2, hash = $3 WHERE sequence = $4', [
        other.canonical,
        other.previousHash,
        previousHash,
        other.sequence,
      ])
    }
    expect((await verifyAudit()).firstBad).toMatchObject({ sequence: 4, fault: 'chain-rewritten' })
  })
})

describe('a server that finds an older history than it has signed for', () => {
  let older: TestDatabase
  beforeEach(async () => {
    older = await test.copy()
    await record()
    await record()
    await store.guard.signNow()
  })
  afterEach(async () => {
    await stopGuarded()
    await older.close()
  })

  it('records nothing, says what to do, and still reads', async () => {
    await restart(older)
    await expect(record()).rejects.toMatchObject({
      reason: 'audit-rollback',
      message: expect.stringMatching(
        /ends at entry 4, but 6 entries were signed for: this is an older copy.*restores the newest.*LANEKEEPER_ACCEPT_ROLLBACK=/,
      ),
    })
    expect(await entries()).toHaveLength(4)
    expect(await readBoard({ repository: null, contentId: null, tab: 'items' })).toHaveProperty('rows')
    expect((await verifyAudit()).firstBad).toMatchObject({ sequence: 5, fault: 'older-copy' })
    await restart(test)
    await record()
    expect((await verifyAudit()).verified).toBe(true)
  })

  it('goes on once an operator accepts that very loss, and the chain says so from there on', async () => {
    const lost = (await entries())[5]
    await restart(older, 'f'.repeat(64))
    await expect(record()).rejects.toMatchObject({ reason: 'audit-rollback' })
    await restart(older, lost?.hash)
    await record()
    const accepted = readAuditRecord((await entries())[4] ?? expect.fail('no entry'))
    expect(accepted).toMatchObject({
      action: 'rollback.accepted',
      subject: lost?.hash,
      details: { because: 'older-copy', lost: { size: 6 }, head: { size: 4 } },
    })
    expect(await verifyAudit()).toMatchObject({ verified: true, entries: 6 })
    expect(readdirSync(join(folder.path, 'checkpoints', 'set-aside', `6-${lost?.hash.slice(0, 12)}`))).toEqual([noteOf(6)])
    // The setting may stay: there is nothing more that it accepts.
    await restart(older, lost?.hash)
    expect(await entries()).toHaveLength(6)
  })

  it('sees it too when the copy was written to meanwhile, and when it comes back under a server that runs', async () => {
    await stopGuarded()
    const elsewhere = aDataFolder()
    store = await startGuarded(older.database, elsewhere.path)
    for (const digit of ['a', 'b', 'c']) await post(reported('global/contracts', { gitCommit: aSha(digit) }))
    await restart(older)
    await expect(record()).rejects.toMatchObject({
      reason: 'audit-rollback',
      message: expect.stringContaining('Entry 6 of the audit chain is not the one'),
    })
    elsewhere.remove()
    await restart(test)
    await record()
    await tamper('DELETE FROM audit_event WHERE sequence > 5')
    await store.guard.signNow()
    await expect(record()).rejects.toMatchObject({ reason: 'audit-rollback', message: expect.stringContaining('its tail was cut off') })
  })
})

describe('a database that is empty', () => {
  it('begins another chain, whose first entry says which one was there before', async () => {
    await store.guard.signNow()
    const empty = await createTestDatabase()
    await restart(empty)
    await storeReadyModel()
    expect((await entries()).map((entry) => readAuditRecord(entry))).toMatchObject([
      { action: 'rollback.accepted', details: { lost: { size: 4 }, head: null } },
      { action: 'model.stored' },
    ])
    await store.guard.signNow()
    expect((await verifyAudit()).verified).toBe(true)
    await stopGuarded()
    await empty.close()
  })
})
