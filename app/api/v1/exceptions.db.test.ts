import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '#lib/model/role.ts'
import { grantRole } from '#lib/store/people.ts'
import { inTransaction } from '#lib/store/session.ts'
import { AS_CI, callApi } from '#test/api-call.ts'
import { aReadyServer, newContent, record, recordAll } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import { type AsPerson, makeDemoAccounts, signedInAs } from '#test/signed-in.ts'
import * as audit from './audit/route.ts'
import * as verification from './audit/verification/route.ts'
import * as board from './board/route.ts'
import * as verdict from './candidates/[contentId]/verdict/route.ts'
import * as debt from './debt/route.ts'
import * as eligibility from './domains/[id]/eligibility/route.ts'
import * as evidence from './evidence/route.ts'
import * as decisions from './exceptions/[id]/decisions/route.ts'
import * as revocation from './exceptions/[id]/revocation/route.ts'
import * as one from './exceptions/[id]/route.ts'
import * as withdrawal from './exceptions/[id]/withdrawal/route.ts'
import * as exceptions from './exceptions/route.ts'
import * as insights from './insights/route.ts'
import * as roleRevocation from './people/[id]/roles/revocation/route.ts'
import * as roles from './people/[id]/roles/route.ts'
import * as people from './people/route.ts'
import * as session from './session/route.ts'
import * as tokens from './tokens/route.ts'

const DOMAIN = 'platform-billing'
const SLO = 'platform-billing/evidence/slo'
const UNIT = 'platform-billing/local/unit'
const PROFILE = 'platform-control'

let test: TestDatabase
let content: { gitCommit: string; gitTree: string }
const as: Record<string, AsPerson> = {}

beforeAll(async () => {
  test = await aReadyServer()
  await makeDemoAccounts()
  const names = [
    'viewer',
    'domain-owner',
    'domain-owner-2',
    'release-manager',
    'architect',
    'security-reviewer',
    'governance-reviewer',
    'admin',
  ]
  for (const name of names) as[name] = await signedInAs(name)
})
beforeEach(() => {
  content = newContent()
})
afterAll(() => test.close())

const headers = (who: string) => ({ ...as[who] })
const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000).toISOString()
const wanted = (given: object = {}) => ({
  gates: [SLO],
  domain: DOMAIN,
  content,
  reason: 'the exporter moves on Monday',
  risk: 'low',
  expiresAt: days(7),
  ...given,
})
const ask = (given: object = {}, who = 'domain-owner') => callApi(exceptions, { headers: headers(who), body: wanted(given) })
async function asked(given: object = {}, who = 'domain-owner') {
  const { status, document, text } = await ask(given, who)
  expect(status, text).toBe(201)
  return document
}
const decide = (id: string, who: string, body: object = {}) =>
  callApi(decisions, { params: { id }, headers: headers(who), body: { decision: 'approve', reason: 'the risk is known', ...body } })
const read = async (id: string, who = 'viewer') => (await callApi(one, { params: { id }, headers: headers(who) })).document
async function recordAllBut(...gates: string[]): Promise<void> {
  await recordAll(content, Object.fromEntries(gates.map((gate) => [gate, null])))
  await record(aPass('gpuaas/local/unit', content))
}
const release = async () => (await callApi(verdict, { params: { contentId: content.gitCommit }, search: `?profile=${PROFILE}` })).document
const entries = async () => Number((await test.database.pool.query('SELECT count(*) FROM audit_event')).rows[0].count)

describe('OM-84, "local exceptions require architecture/security/governance approval": from the asking to the verdict', () => {
  it('lets a release go with the exception, says so everywhere, and never makes the domain eligible', async () => {
    await recordAllBut(SLO)
    expect(await release()).toMatchObject({ verdict: 'no-go', unsatisfied: [SLO], exceptions: [] })
    const request = await asked()
    expect(request).toMatchObject({
      state: 'requested',
      needed: [{ role: 'domain-owner', domain: DOMAIN }],
      decisions: [],
      inForce: false,
      mayDecide: { allowed: false, why: expect.stringContaining('nobody approves what they asked for') },
    })
    expect((await release()).verdict).toBe('no-go')
    const before = await entries()
    const approved = await decide(request.id, 'domain-owner-2')
    expect(approved.status, approved.text).toBe(201)
    expect(approved.document).toMatchObject({
      state: 'approved',
      inForce: true,
      open: [],
      decisions: [{ role: 'domain-owner', decision: 'approve', counts: true }],
    })
    expect(await entries()).toBe(before + 1)
    expect(await release()).toMatchObject({
      verdict: 'go-with-exceptions',
      unsatisfied: [SLO],
      exceptions: [{ id: request.id, gates: [SLO], risk: 'low' }],
    })
    const rows = (await callApi(board, { search: `?commit=${content.gitCommit}` })).document.rows
    const cell = rows
      .find(({ domain }: { domain: string }) => domain === DOMAIN)
      .cells.find(({ id }: { id: string }) => id === 'status-slo')
    expect(cell).toMatchObject({ status: 'missing', overlays: ['excepted'] })
    const items = (await callApi(eligibility, { params: { id: DOMAIN }, search: `?commit=${content.gitCommit}` })).document
    expect(items).toMatchObject({ verdict: 'not-eligible', unmet: ['profile-gates', 'status-slo'] })
  })

  it('stops counting at once when it is revoked, and when evidence comes that its approvers did not know', async () => {
    await recordAllBut(SLO)
    const first = await asked()
    await decide(first.id, 'domain-owner-2')
    expect((await release()).verdict).toBe('go-with-exceptions')
    const revoked = await callApi(revocation, { params: { id: first.id }, headers: headers('architect'), body: { reason: 'not any more' } })
    expect(revoked.document).toMatchObject({ state: 'revoked', ending: { reason: 'not any more' } })
    expect((await release()).verdict).toBe('no-go')

    const second = await asked()
    await decide(second.id, 'domain-owner-2')
    expect((await release()).verdict).toBe('go-with-exceptions')
    const failure = await record(aPass(SLO, content, { result: 'failed', exitCode: 1 }))
    expect((await release()).verdict).toBe('no-go')
    expect(await read(second.id)).toMatchObject({
      state: 'approved',
      inForce: false,
      notInForce: expect.stringContaining(failure),
      since: [{ kind: 'evidence', id: failure, gate: SLO, result: 'failed' }],
    })
  })

  it('ends at its moment without any job having run, and is release debt from then on', async () => {
    await recordAllBut(SLO)
    const request = await asked()
    await decide(request.id, 'domain-owner-2')
    await passTimeOf(request.id)
    expect(await release()).toMatchObject({ verdict: 'no-go', exceptions: [] })
    expect(await read(request.id)).toMatchObject({ state: 'expired', inForce: false })
    const owed = await callApi(debt, { search: '?kind=expired-exception' })
    expect(owed.document.items).toMatchObject([
      { kind: 'expired-exception', gate: SLO, domain: DOMAIN, content: content.gitCommit, closedAt: null },
    ])
    expect((await decide(request.id, 'architect', { decision: 'reject' })).status).toBe(409)
    await record(aPass(SLO, content))
    expect((await callApi(debt, { search: '?kind=expired-exception&state=open' })).document.items).toEqual([])
    const { ended, active } = (await callApi(insights)).document.exceptions
    expect(ended[0]).toEqual({ withinDays: 7, count: 1 })
    expect(active).toBeGreaterThan(0)
    expect((await callApi(audit, { search: '?action=exception.expired' })).document.items).toHaveLength(1)
  })
})

/** Another account, with roles that count from the start. */
async function somebody(email: string, ...roles: readonly Role[]): Promise<string> {
  const body = { email, name: email, password: 'a long password' }
  const { status, document, text } = await callApi(people, { headers: headers('admin'), body })
  expect(status, text).toBe(201)
  const grantedAt = new Date()
  const { id } = document
  for (const role of roles)
    await inTransaction((session) => grantRole(session, { personId: id, role, domain: null, grantedBy: 'server', grantedAt }))
  as[email] = await signedInAs(email, 'a long password')
  return id
}

describe('nobody approves what they asked for, edited or recorded', () => {
  const count = async (id: string) =>
    Number((await test.database.pool.query('SELECT count(*) FROM exception_decision WHERE exception_id = $1', [id])).rows[0].count)

  it('not the requester, nor a second account of theirs, and `mayDecide.why` is the sentence that the API refuses with', async () => {
    const request = await asked()
    await somebody('domain-owner+mine@example.test', 'domain-owner')
    for (const who of ['domain-owner', 'domain-owner+mine@example.test']) {
      const { mayDecide } = await read(request.id, who)
      const refused = await decide(request.id, who)
      expect(refused.status).toBe(403)
      expect(refused.document).toMatchObject({ code: 'exception-forbidden', detail: mayDecide.why })
      expect(mayDecide.allowed).toBe(false)
    }
    expect(await count(request.id)).toBe(0)
  })

  it('not who edited the request, whose edit voids every approval so far', async () => {
    await somebody('release-manager-2@example.test', 'release-manager')
    const request = await asked({ risk: 'medium', control: 'we watch the exporter' })
    const edit = (who: string, reason: string) =>
      callApi(one, { method: 'PATCH', params: { id: request.id }, headers: headers(who), body: { reason } })
    expect((await decide(request.id, 'domain-owner-2')).document.open).toEqual([{ role: 'release-manager' }])
    const before = await entries()
    const edited = (await edit('release-manager-2@example.test', 'until Friday')).document
    expect(edited).toMatchObject({ version: 2, reason: 'until Friday', decisions: [{ counts: false }] })
    expect(edited.open).toHaveLength(2)
    expect(await entries()).toBe(before + 1)
    expect((await decide(request.id, 'release-manager-2@example.test')).document.detail).toMatch(/edited this request/)
    expect((await edit('release-manager-2@example.test', 'until Friday')).document.version).toBe(2)
    expect(await entries()).toBe(before + 1)
    // The words of before, brought back, are another version: the approval of then stays void.
    const back = (await edit('domain-owner', request.reason)).document
    expect(back).toMatchObject({ version: 3, reason: request.reason, decisions: [{ counts: false }] })
    // Were the only other release manager to edit it, nobody could approve it any more.
    expect((await edit('release-manager', 'mine')).document.detail).toMatch(/^Nobody could ever approve this/)
  })

  it('not twice: an approval of earlier words is shown as one that does not count, also after the same person approved again', async () => {
    const request = await asked({ risk: 'medium', control: 'we watch the exporter' })
    await decide(request.id, 'release-manager')
    await callApi(one, { method: 'PATCH', params: { id: request.id }, headers: headers('domain-owner'), body: { reason: 'until Friday' } })
    await decide(request.id, 'domain-owner-2')
    const { document } = await decide(request.id, 'release-manager')
    const counts = document.decisions.map((each: { role: string; counts: boolean }) => [each.role, each.counts])
    expect(document.state).toBe('approved')
    expect(counts).toEqual([
      ['release-manager', false],
      ['domain-owner', true],
      ['release-manager', true],
    ])
  })

  it('not who owns the token that recorded the evidence, through whatever tokens it was made', async () => {
    const made = await callApi(tokens, { headers: headers('admin'), body: { name: 'runner', expiresInDays: 7 } })
    const bearer = { authorization: `Bearer ${made.document.token}` }
    const inner = await callApi(tokens, { headers: bearer, body: { name: 'runner', expiresInDays: 1 } })
    await test.database.pool.query(
      `UPDATE api_token SET owner_person_id = (SELECT id FROM person WHERE email = 'domain-owner-2@example.test') WHERE id = $1`,
      [made.document.id],
    )
    await test.database.pool.query(`UPDATE api_token SET owner_person_id = NULL WHERE id = $1`, [inner.document.id])
    expect(inner.status, inner.text).toBe(201)
    const posted = await callApi(evidence, {
      headers: { authorization: `Bearer ${inner.document.token}` },
      body: aPass(SLO, content, { result: 'failed', exitCode: 1 }),
    })
    expect(posted.status, posted.text).toBe(201)
    // The one other domain owner has recorded it, so nobody could approve.
    const refused = await ask({}, 'domain-owner')
    expect(refused.status).toBe(409)
    expect(refused.document.detail).toMatch(/^Nobody could ever approve this: it needs a domain owner of platform-billing/)
    const request = await asked({}, 'release-manager')
    expect((await decide(request.id, 'domain-owner-2')).document.detail).toMatch(/nobody excepts their own evidence/)
    expect((await decide(request.id, 'domain-owner')).document.state).toBe('approved')
  })

  it('not by a role that is younger than a day, or that was taken back since', async () => {
    const id = await somebody('new-owner@example.test')
    const request = await asked()
    await callApi(roles, { params: { id }, headers: headers('admin'), body: { role: 'domain-owner' } })
    expect((await decide(request.id, 'new-owner@example.test')).document.detail).toMatch(/younger than 24 hours/)
    await callApi(roleRevocation, { params: { id }, headers: headers('admin'), body: { role: 'domain-owner' } })
    expect((await decide(request.id, 'new-owner@example.test')).status).toBe(403)
  })

  it('not a viewer, an administrator, a machine or nobody, whatever the request looks like', async () => {
    const request = await asked()
    for (const who of ['viewer', 'admin']) {
      expect((await decide(request.id, who)).status).toBe(403)
      expect((await ask({}, who)).status).toBe(403)
    }
    const body = { decision: 'approve', reason: 'x' }
    for (const [who, status] of [
      [AS_CI, 403],
      [{}, 401],
    ] as const) {
      const refused = await callApi(decisions, { params: { id: request.id }, headers: who, body })
      const { mayDecide } = (await callApi(one, { params: { id: request.id }, headers: who })).document
      expect([refused.status, mayDecide]).toEqual([status, { allowed: false, why: refused.document.detail }])
    }
    const { cookie } = as['domain-owner-2'] ?? expect.fail()
    for (const origin of ['https://evil.example', 'null']) {
      const foreign = await callApi(decisions, { params: { id: request.id }, headers: { cookie, origin }, body })
      expect([foreign.status, foreign.document.code]).toEqual([403, 'foreign-origin'])
    }
    expect((await callApi(decisions, { params: { id: request.id }, headers: { cookie }, body })).status).toBe(403)
    const ended = await signedInAs('domain-owner-2')
    await callApi(session, { method: 'DELETE', headers: { ...ended } })
    expect((await callApi(decisions, { params: { id: request.id }, headers: { ...ended }, body })).status).toBe(401)
    expect(await count(request.id)).toBe(0)
    expect(await read(request.id)).toMatchObject({ state: 'requested', decisions: [] })
  })

  it('not about other words, or other evidence, than they have read', async () => {
    const request = await asked()
    await record(aPass(SLO, content, { result: 'failed', exitCode: 1 }))
    const stale = await decide(request.id, 'domain-owner-2', { hash: request.hash })
    expect([stale.status, stale.document.detail]).toEqual([409, expect.stringContaining('its evidence has changed')])
    const { hash } = await read(request.id)
    expect((await decide(request.id, 'domain-owner-2', { hash })).document.state).toBe('approved')
  })
})

describe('who decides, by risk and by what routing asks for', () => {
  it.each([
    ['low', ['domain-owner']],
    ['medium', ['domain-owner', 'release-manager']],
    ['high', ['architect', 'security-reviewer', 'release-manager']],
  ])('a %s risk needs %s', async (risk, needed) => {
    const request = await asked({ risk, control: 'we watch the exporter' })
    expect(request.needed.map(({ role }: { role: string }) => role)).toEqual(needed)
    const approvers = needed.map((role) => (role === 'domain-owner' ? 'domain-owner-2' : role))
    for (const [at, who] of approvers.entries()) {
      const inbox = (await callApi(exceptions, { search: '?needsMe=true', headers: headers(who) })).document.items
      expect(inbox.map(({ id }: { id: string }) => id)).toContain(request.id)
      const { document } = await decide(request.id, who)
      expect(document.state).toBe(at === needed.length - 1 ? 'approved' : 'requested')
    }
    const inbox = (await callApi(exceptions, { search: '?needsMe=true', headers: headers('domain-owner-2') })).document.items
    expect(inbox.map(({ id }: { id: string }) => id)).not.toContain(request.id)
  })

  it('one reject ends it, whoever else would approve', async () => {
    const request = await asked()
    expect((await decide(request.id, 'security-reviewer', { decision: 'reject', reason: 'no' })).document).toMatchObject({
      state: 'rejected',
      ending: { reason: 'no' },
    })
    expect((await decide(request.id, 'domain-owner-2')).status).toBe(409)
  })

  it('whoever has approved may still say no to the same words, and that ends it', async () => {
    const request = await asked({ risk: 'medium', control: 'we watch the exporter' })
    expect((await decide(request.id, 'release-manager')).document).toMatchObject({ state: 'requested', mayReject: { allowed: true } })
    expect(await decide(request.id, 'release-manager', { decision: 'reject', reason: 'on second thoughts' })).toMatchObject({
      status: 201,
      document: { state: 'rejected', decisions: [{ decision: 'approve' }, { decision: 'reject' }] },
    })
  })

  it('who asked takes it back, and nobody else', async () => {
    const request = await asked()
    const withdraw = (who: string) => callApi(withdrawal, { params: { id: request.id }, headers: headers(who), body: {} })
    expect((await withdraw('architect')).status).toBe(403)
    expect((await withdraw('domain-owner')).document.state).toBe('withdrawn')
    expect((await withdraw('domain-owner')).status).toBe(409)
  })

  it('nothing need be said to take it back, or to revoke it: not even a body', async () => {
    const end = (handlers: typeof withdrawal, id: string) =>
      callApi(handlers, { method: 'POST', params: { id }, headers: headers('domain-owner') })
    expect((await end(withdrawal, (await asked()).id)).document).toMatchObject({ state: 'withdrawn', ending: { reason: null } })
    const { id } = await asked()
    await decide(id, 'domain-owner-2')
    expect((await end(revocation, id)).document).toMatchObject({ state: 'revoked', ending: { reason: null } })
  })
})

describe('what cannot be asked for is refused with the reason, and nothing is kept', () => {
  it.each([
    ['a risk of none', { risk: 'none' }, 422, /nothing to except/],
    ['no control for a medium risk', { risk: 'medium' }, 422, /needs a compensating control/],
    ['blank space for a control', { risk: 'medium', control: '  ' }, 422, /control/],
    ['an end in the past', { expiresAt: days(-1) }, 422, /must be in the future/],
    ['more than 90 days for a low risk', { expiresAt: days(91) }, 422, /within 90 days/],
    ['more than 14 days for a high risk', { risk: 'high', control: 'x', expiresAt: days(15) }, 422, /within 14 days/],
    ['a gate of another domain', { gates: ['gpuaas/local/unit'] }, 422, /is of gpuaas/],
    ['a gate that nobody declares', { gates: ['platform-billing/local/nope'] }, 422, /no such gate/],
    ['an item of independent promotion', { gates: ['status-slo'] }, 422, /evidence alone satisfies/],
    ['a domain that nobody declares', { domain: 'platform-biling' }, 404, /Did you mean platform-billing/],
    ['no reason', { reason: undefined }, 422, /^reason: is missing$/],
    ['a blank reason', { reason: ' ' }, 422, /must not be blank/],
    ['a field that is not one', { state: 'approved' }, 422, /state/],
  ])('%s', async (_, given, status, detail) => {
    const before = await entries()
    const refused = await ask(given)
    expect(refused.status).toBe(status)
    expect(refused.document.detail).toMatch(detail)
    expect(await entries()).toBe(before)
  })

  it('a global contract gate that failed on this content; one that is missing needs a release manager too', async () => {
    expect((await asked({ gates: ['global/contracts'] })).needed).toEqual([
      { role: 'domain-owner', domain: DOMAIN },
      { role: 'release-manager' },
    ])
    await record(aPass('global/contracts', content, { result: 'failed', exitCode: 1 }))
    const refused = await ask({ gates: ['global/contracts', UNIT] })
    expect([refused.status, refused.document.detail]).toEqual([409, expect.stringMatching(/^global\/contracts failed on this content/)])
  })

  it('content named by two names that were never recorded together', async () => {
    await record(aPass(UNIT, { gitCommit: content.gitCommit }))
    const refused = await ask({ content: { gitCommit: content.gitCommit, gitTree: newContent().gitTree } })
    expect([refused.status, refused.document.detail]).toEqual([422, expect.stringContaining('never recorded together')])
  })

  it('an exception that is not there, by whatever id', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      expect((await callApi(one, { params: { id } })).status).toBe(404)
      expect((await decide(id, 'architect')).status).toBe(404)
    }
  })
})

describe('invariant 7: a replay changes nothing', () => {
  it('of a request, and of a decision', async () => {
    const key = { 'idempotency-key': `key-${content.gitCommit}` }
    const first = await callApi(exceptions, {
      headers: { ...headers('domain-owner'), ...key },
      body: wanted({ expiresAt: '2099-01-01T00:00:00Z', risk: 'low' }),
    })
    expect(first.status).toBe(422)
    const body = wanted()
    const kept = await callApi(exceptions, { headers: { ...headers('domain-owner'), ...key }, body })
    const again = await callApi(exceptions, { headers: { ...headers('domain-owner'), ...key }, body })
    expect([kept.status, again.status, again.document.replayed, again.document.id]).toEqual([201, 200, true, kept.document.id])
    const call = {
      params: { id: kept.document.id },
      headers: { ...headers('domain-owner-2'), ...key },
      body: { decision: 'approve', reason: 'fine' },
    }
    const before = await entries()
    expect((await callApi(decisions, call)).status).toBe(201)
    expect((await callApi(decisions, call)).document).toMatchObject({ replayed: true, state: 'approved' })
    expect(await entries()).toBe(before + 1)
    const { document } = await callApi(verification)
    expect(document).toMatchObject({ verified: true })
  })
})

/** Moves the end of an exception to a moment ago, as no request can: the triggers are off for it. */
async function passTimeOf(id: string): Promise<void> {
  const { pool } = test.database
  await pool.query('ALTER TABLE "exception" DISABLE TRIGGER "exception_moves"')
  await pool.query('ALTER TABLE "exception_version" DISABLE TRIGGER "exception_version_is_immutable"')
  await pool.query(`UPDATE "exception" SET "expires_at" = clock_timestamp() - interval '1 second' WHERE "id" = $1`, [id])
  await pool.query(
    `UPDATE "exception_version" SET "request" = jsonb_set("request", '{expiresAt}', to_jsonb(clock_timestamp() - interval '1 second')) WHERE "exception_id" = $1`,
    [id],
  )
  await pool.query('ALTER TABLE "exception" ENABLE TRIGGER "exception_moves"')
  await pool.query('ALTER TABLE "exception_version" ENABLE TRIGGER "exception_version_is_immutable"')
}
