import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import * as decisions from '#app/api/v1/exceptions/[id]/decisions/route.ts'
import * as revocation from '#app/api/v1/exceptions/[id]/revocation/route.ts'
import * as exceptions from '#app/api/v1/exceptions/route.ts'
import * as roleRevocation from '#app/api/v1/people/[id]/roles/revocation/route.ts'
import * as roles from '#app/api/v1/people/[id]/roles/route.ts'
import * as people from '#app/api/v1/people/route.ts'
import * as session from '#app/api/v1/session/route.ts'
import type { ServedHandlers } from '#lib/http/serve-methods.ts'
import type { Database } from '#lib/store/database.ts'
import { migrateAsItself, migrateAsOwner } from '#lib/store/migrate-as.ts'
import { openPostgres } from '#lib/store/postgres-database.ts'
import { closeStore, setUpStore } from '#lib/store/session.ts'
import { callApi, keepTestSettings } from '#test/api-call.ts'
import { READY_GATES } from '#test/builders/a-ready-model-request.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { administer } from '#test/database-setup.ts'
import { answered, aRetry, aSha, INITIAL, post, reported, storeReadyModel } from '#test/recording.ts'
import { makeDemoAccounts, signedInAs } from '#test/signed-in.ts'
import { announceRun } from './announce-run.ts'
import { endRun } from './close-run.ts'
import { createToken } from './create-token.ts'
import { databaseTrust } from './database-trust.ts'
import { declareSkip } from './declare-skip.ts'
import { deliverDue } from './deliver-webhooks.ts'
import { makePlan } from './make-plan.ts'
import { recordPromotion } from './record-promotion.ts'
import { makeRevocation } from './revoke-evidence.ts'
import { verifyAudit } from './verify-audit.ts'

const template = inject('databaseTemplate')
const isPostgres = template.engine === 'postgresql'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

function use(database: Database, migrate?: (database: Database) => Promise<void>): void {
  const open = async () => ({ ...database, close: async () => undefined })
  setUpStore({ open, prepare: async () => undefined, patience: 20_000, ...(migrate === undefined ? {} : { migrate }) })
}

describe('who could rewrite the history is said plainly', () => {
  it('of the role that everything is done as', async () => {
    use(test.database)
    const { database } = await verifyAudit()
    expect(database).toMatchObject({ engine: isPostgres ? 'postgresql' : 'embedded', mayRewriteHistory: true })
    expect(database.because).toEqual([
      expect.stringMatching(isPostgres ? /connects as lanekeeper: it is a superuser\.$/ : /^The embedded database knows one role/),
    ])
    await closeStore()
  })
})

const NO_FINDINGS = { findings: 'fingerprint\tguard\trule\tpath\tfirst_seen\n' }

if (isPostgres) {
  describe('on PostgreSQL, with a role that owns the tables and one that works with them', () => {
    const suffix = randomBytes(4).toString('hex')
    const owner = { name: `owner_${suffix}`, password: randomBytes(8).toString('hex') }
    const app = { name: `app_${suffix}`, password: randomBytes(8).toString('hex') }
    const content = { gitCommit: aSha('a'), gitTree: aSha('b') }
    let asOwner: Database
    let asApp: Database

    beforeAll(async () => {
      runScript()
      asOwner = openPostgres(urlOf(owner))
      asApp = openPostgres(urlOf(app))
      use(asApp, (database) => migrateAsOwner(database, asOwner))
      await storeReadyModel()
    })
    afterAll(async () => {
      await closeStore()
      await asOwner.close()
      await asApp.close()
      const adminUrl = template.engine === 'postgresql' ? template.adminUrl : ''
      for (const { name } of [app, owner]) {
        await test.database.pool.query(`REASSIGN OWNED BY ${name} TO CURRENT_USER`)
        await test.database.pool.query(`DROP OWNED BY ${name}`)
        await administer(adminUrl, `DROP ROLE ${name}`)
      }
    })

    /** As docs/audit.md tells an administrator to. */
    function runScript() {
      const variables = { owner: owner.name, owner_password: owner.password, app: app.name, app_password: app.password }
      const words = Object.entries({ ON_ERROR_STOP: '1', ...variables }).flatMap(([name, value]) => ['-v', `${name}=${value}`])
      const run = spawnSync('psql', [test.url ?? '', '-q', ...words, '-f', 'scripts/database-roles.sql'], { encoding: 'utf8' })
      expect(run.stderr.replaceAll(/^psql:.*NOTICE.*$/gm, '').trim()).toBe('')
      expect(run.status).toBe(0)
    }

    function urlOf({ name, password }: { readonly name: string; readonly password: string }): string {
      const url = new URL(test.url ?? '')
      url.username = name
      url.password = password
      return url.href
    }

    it('the script can be run again', () => {
      runScript()
    })

    it('says that the one that works with them can only append', async () => {
      expect(await databaseTrust()).toEqual({ engine: 'postgresql', role: app.name, mayRewriteHistory: false, because: [] })
    })

    it('does everything that is recorded: a plan, a run, evidence, a revocation, a skip, a token, a promotion', async () => {
      const common = { repository: null, writer: INITIAL, retry: aRetry('token:initial') }
      const files = ['packages/platform/billing/a.go']
      answered(await makePlan({ ...common, change: { files }, profile: null, base: null, head: aSha('c'), askedBy: 'token:initial' }))
      const run = { profile: 'platform-control', content, gates: ['platform-billing/local/unit'], deadline: null }
      const { id } = answered(await announceRun({ ...common, ...run, retry: null })) as { id: string }
      const { items } = await post(READY_GATES.map((gate) => reported(gate, content, gate === 'global/boundary_guard' ? NO_FINDINGS : {})))
      await post(reported('platform-billing/local/ledger', { gitCommit: aSha('d') }, { result: 'partial' }))
      await post(reported('platform-billing/local/ledger', { gitCommit: aSha('d') }, { command: 'make ledger' }))
      answered(await endRun({ ...common, id, retry: null }))
      answered(await recordPromotion({ repository: null, actor: INITIAL, domain: 'platform-billing', content, retry: null }))
      const prior = items[3].id
      const skip = {
        gate: items[3].gate,
        profile: 'hotfix-fast',
        content,
        reason: 'it ran yesterday',
        prior,
        risk: 'low' as const,
        runId: null,
      }
      answered(await declareSkip({ ...common, ...skip, retry: null }))
      answered(await makeRevocation({ ...common, id: items[0].id, reason: 'wrong runner', retry: null }))
      answered(await createToken({ name: 'nightly', gates: null, domains: null, expiresInDays: 1, actor: INITIAL, retry: null }))
      expect(await verifyAudit()).toMatchObject({ verified: true, database: { mayRewriteHistory: false } })
    })

    it('does everything that people do: signs them in and out, gives roles and takes them back, has exceptions asked for, decided and ended', async () => {
      keepTestSettings()
      await makeDemoAccounts()
      const [admin, asking, deciding] = await Promise.all(['admin', 'domain-owner', 'domain-owner-2'].map((name) => signedInAs(name)))
      const may = async (endpoint: ServedHandlers, headers: object | undefined, body: object, params = {}) => {
        const { status, document, text } = await callApi(endpoint, { headers: { ...headers }, body, params })
        expect([200, 201], text).toContain(status)
        return document
      }
      const { id } = await may(people, admin, { email: 'grace@example.test', name: 'Grace' })
      await may(roles, admin, { role: 'viewer' }, { id })
      await may(roleRevocation, admin, { role: 'viewer' }, { id })
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
      const request = { gates: ['platform-billing/local/unit'], domain: 'platform-billing', content: { gitCommit: aSha('e') }, expiresAt }
      const asked = await may(exceptions, asking, { ...request, reason: 'it moves', risk: 'low' })
      expect(await may(decisions, deciding, { decision: 'approve', reason: 'fine' }, asked)).toMatchObject({ state: 'approved' })
      expect(await may(revocation, deciding, {}, asked)).toMatchObject({ state: 'revoked' })
      await callApi(session, { method: 'DELETE', headers: { ...asking } })
      await expect(signedInAs('domain-owner', 'wrong')).rejects.toThrow(/wrong/)
      await deliverDue({
        targets: [{ id: 'nobody', url: 'https://127.0.0.1:9', events: ['*'], secrets: [], allowPrivate: false, keys: [] }],
        source: 'x',
        server: randomUUID(),
      })
      expect(await verifyAudit()).toMatchObject({ verified: true, database: { mayRewriteHistory: false } })
    })

    it.each([
      `UPDATE audit_event SET canonical = canonical`,
      `UPDATE audit_event SET at = 0 WHERE sequence = 1`,
      `DELETE FROM audit_event`,
      `DELETE FROM audit_event WHERE sequence > 3`,
      `TRUNCATE audit_event`,
      `INSERT INTO audit_event VALUES (99, 0, NULL, '{}', '', '')`,
      `UPDATE evidence SET result = 'passed'`,
      `DELETE FROM evidence`,
      `TRUNCATE evidence CASCADE`,
      `UPDATE promotion SET items = '[1,2,3,4,5,6,7,8]'`,
      `DELETE FROM promotion`,
      `UPDATE skip SET risk = 'none'`,
      `DELETE FROM revocation`,
      `UPDATE model SET digest = digest`,
      `DELETE FROM plan`,
      `UPDATE announced_run SET gates = ARRAY['x']`,
      `UPDATE exception SET gates = ARRAY['global/contracts']`,
      `UPDATE exception SET state = 'approved'`,
      `DELETE FROM exception`,
      `UPDATE exception_decision SET decision = 'approve'`,
      `DELETE FROM exception_version`,
      `UPDATE role_grant SET role = 'architect'`,
      `DELETE FROM person`,
      `UPDATE debt_line SET kind = 'partial'`,
      `DELETE FROM debt_line`,
      `ALTER TABLE audit_event DISABLE TRIGGER ALL`,
      `ALTER TABLE evidence DROP CONSTRAINT evidence_pass_check`,
      `DROP TRIGGER audit_event_is_immutable ON audit_event`,
      `CREATE TRIGGER mine BEFORE INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
      `CREATE OR REPLACE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
      `CREATE TABLE public.audit_event_2 (a int)`,
      `CREATE TEMPORARY TABLE audit_event (a int)`,
      `DROP TABLE audit_event`,
      `SET session_replication_role = replica`,
      `SET ROLE ${owner.name}`,
      `ALTER TABLE audit_event OWNER TO ${app.name}`,
      `SELECT setval('history_sequence', 1)`,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', 'x')`,
      `COPY audit_event FROM PROGRAM 'true'`,
    ])('refuses it %s', async (statement) => {
      const before = await verifyAudit()
      await expect(asApp.pool.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|55000)$/) })
      expect(await verifyAudit()).toEqual(before)
    })

    it('lets nobody put other tables or functions in front of those that the chain is appended by', async () => {
      const { rows } = await test.database.pool.query(`SELECT prosecdef, proconfig FROM pg_proc WHERE proname = 'append_audit'`)
      expect(rows).toEqual([{ prosecdef: true, proconfig: ['search_path=pg_catalog, public, pg_temp'] }])
    })

    it('tells a start that lacks a migration who may apply it', async () => {
      await test.database.pool.query(`CREATE TABLE kept AS SELECT * FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1`)
      await test.database.pool.query(`DELETE FROM _prisma_migrations WHERE migration_name = (SELECT migration_name FROM kept)`)
      await expect(migrateAsItself(asApp)).rejects.toThrow(/may not apply them; set LANEKEEPER_MIGRATE_DATABASE_URL/)
      await test.database.pool.query(`INSERT INTO _prisma_migrations SELECT * FROM kept`)
      await test.database.pool.query(`DROP TABLE kept`)
      await migrateAsItself(asApp)
    })

    it('takes back what somebody granted beside it, at the next start', async () => {
      await asOwner.pool.query(`GRANT ALL ON audit_event, evidence TO ${app.name}`)
      const { because } = await databaseTrust()
      const both = 'audit_event, evidence'
      const ways = [
        `change ${both}`,
        `empty ${both}`,
        `put triggers on ${both}`,
        `remove from ${both}`,
        'write beside the chain into audit_event',
      ]
      expect(because).toEqual(ways.map((way) => `The application connects as ${app.name}: it may ${way}.`))
      await migrateAsOwner(asApp, asOwner)
      expect((await databaseTrust()).mayRewriteHistory).toBe(false)
    })
  })
}
