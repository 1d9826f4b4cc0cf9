import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Person } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import { createPerson, grantRole } from '#lib/store/people.ts'
import { closeStore, inTransaction, setUpStore } from '#lib/store/session.ts'
import { approveAtOnce } from '#test/approvals.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { answered, aSha, storeReadyModel } from '#test/recording.ts'
import { requestException } from './request-exception.ts'
import { verifyAudit } from './verify-audit.ts'

const isPostgres = inject('databaseTemplate').engine === 'postgresql'
const NEEDED = 3

let test: TestDatabase

beforeEach(async () => {
  test = await createTestDatabase()
  setUpStore({ open: async () => ({ ...test.database, close: async () => undefined }), prepare: async () => undefined, patience: 60_000 })
  await storeReadyModel()
})
afterEach(async () => {
  await closeStore()
  await test.close()
})

async function somebody(email: string, ...roles: readonly Role[]): Promise<string> {
  return inTransaction(async (session) => {
    const asked = { email, name: email, provider: null, password: null, isDemo: false, createdBy: 'server' }
    const { id } = (await createPerson(session, asked)) ?? expect.fail(email)
    for (const role of roles) await grantRole(session, { personId: id, role, domain: null, grantedBy: 'server', grantedAt: new Date() })
    return id
  })
}

/** A request of high risk, and twenty accounts that want to approve it: among them who asked, and second accounts. */
async function twentyAccounts() {
  const requester = await somebody('asker@example.test', 'domain-owner', 'architect', 'release-manager')
  const others: readonly (readonly [string, ...Role[]])[] = [
    ['asker+2@example.test', 'architect', 'security-reviewer', 'release-manager'],
    ['all@example.test', 'architect', 'security-reviewer', 'release-manager'],
    ['all+2@example.test', 'architect', 'security-reviewer', 'release-manager'],
    ...(['architect', 'security-reviewer', 'release-manager', 'viewer'] as const).flatMap((role) =>
      [1, 2, 3, 4].map((at): [string, Role] => [`${role}-${at}@example.test`, role]),
    ),
  ]
  const people = [requester]
  for (const [email, ...roles] of others) people.push(await somebody(email, ...roles))
  const person: Person = { id: requester, email: '', name: '', grants: [] }
  const request = {
    gates: ['platform-billing/evidence/slo'],
    domain: 'platform-billing',
    content: { gitCommit: aSha('a') },
    reason: 'the exporter moves on Monday',
    risk: 'high',
    control: 'we watch the exporter',
    expiresAt: new Date(Date.now() + 24 * 3_600_000),
  } as const
  const { id } = answered(await requestException({ repository: null, request, person, retry: null })) as { id: string }
  return { id, people }
}

async function expectExactly(id: string, outcomes: readonly string[]): Promise<void> {
  expect(outcomes).toHaveLength(200)
  expect(outcomes.filter((outcome) => outcome === 'approved')).toHaveLength(NEEDED)
  expect(new Set(outcomes)).toEqual(new Set(['approved', 'exception-forbidden', 'exception-conflict']))
  const { rows } = await test.database.pool.query(
    `SELECT x.state, (SELECT count(*)::int FROM exception_decision d WHERE d.exception_id = x.id) AS decisions,
       (SELECT count(DISTINCT split_part(split_part(p.email, '@', 1), '+', 1))::int FROM exception_decision d JOIN person p ON p.id = d.person_id
         WHERE d.exception_id = x.id AND p.email NOT LIKE 'asker%' AND p.email NOT LIKE 'viewer%') AS persons,
       (SELECT count(*)::int FROM audit_event WHERE canonical LIKE '{"action":"exception.decided"%') AS entries,
       jsonb_array_length(x.approval->'places') AS places
     FROM exception x WHERE x.id = $1`,
    [id],
  )
  expect(rows).toEqual([{ state: 'approved', decisions: NEEDED, persons: NEEDED, entries: NEEDED, places: NEEDED }])
  expect(await verifyAudit()).toMatchObject({ verified: true })
}

describe('invariant 6: 200 approvals at once give exactly as many as are needed, each by another person', () => {
  it('in one instance', { timeout: 240_000 }, async () => {
    const { id, people } = await twentyAccounts()
    await expectExactly(id, await approveAtOnce(id, people, 10))
  })

  // The embedded database is one process's alone.
  const inTwo = async () => {
    const { id, people } = await twentyAccounts()
    const run = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/approve-at-once.ts', test.url ?? '', id, people.join(','), '5'])
    const said = await Promise.all([run(), run()])
    await expectExactly(
      id,
      said.flatMap(({ stdout }) => stdout.trim().split('\n')),
    )
  }
  if (isPostgres) it('in two instances on one database', { timeout: 240_000 }, inTwo)
})
