import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ServedHandlers } from '#lib/http/serve-methods.ts'
import type { Role } from '#lib/model/role.ts'
import { grantRole } from '#lib/store/people.ts'
import { inTransaction } from '#lib/store/session.ts'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record, recordAll } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import { type AsPerson, makeDemoAccounts, signedInAs } from '#test/signed-in.ts'
import * as revocation from './evidence/[id]/revocation/route.ts'
import * as evidence from './evidence/route.ts'
import * as decisions from './exceptions/[id]/decisions/route.ts'
import * as exceptionRevocation from './exceptions/[id]/revocation/route.ts'
import * as one from './exceptions/[id]/route.ts'
import * as withdrawal from './exceptions/[id]/withdrawal/route.ts'
import * as exceptions from './exceptions/route.ts'
import * as people from './people/route.ts'
import * as promotions from './promotions/route.ts'
import * as runs from './runs/route.ts'
import * as skips from './skips/route.ts'
import * as tokens from './tokens/route.ts'

const BILLING = 'platform-billing'
const UNIT = 'platform-billing/local/unit'
const ELSEWHERE = 'gpuaas'
/** Every role that decides anything, all of them for another domain, and old enough to count. */
const ROLES_ELSEWHERE: readonly Role[] = ['domain-owner', 'release-manager', 'architect', 'security-reviewer', 'governance-reviewer']

let test: TestDatabase
let stranger: AsPerson
let foreignToken: { readonly authorization: string }
const content = newContent()
const asked = { requested: '', approved: '' }
let ofBilling = ''

beforeAll(async () => {
  test = await aReadyServer()
  await makeDemoAccounts()
  await recordAll(content, { 'platform-billing/evidence/slo': null })
  ofBilling = await record(aPass(UNIT, newContent()))
  stranger = await somebodyElsewhere()
  const made = await callAsCi(tokens, { name: 'gpuaas-ci', domains: [ELSEWHERE], expiresInDays: 7 })
  foreignToken = { authorization: `Bearer ${made.document.token}` }
  asked.requested = await askFor()
  asked.approved = await askFor()
  const headers = { ...(await signedInAs('domain-owner-2')) }
  const approved = await callApi(decisions, { params: { id: asked.approved }, headers, body: { decision: 'approve', reason: 'is known' } })
  expect(approved.document.state, approved.text).toBe('approved')
})
afterAll(() => test.close())

async function somebodyElsewhere(): Promise<AsPerson> {
  const body = { email: 'sam@example.test', name: 'Sam', password: 'a long password' }
  const { document } = await callApi(people, { headers: { ...(await signedInAs('admin')) }, body })
  const grantedAt = new Date(Date.now() - 48 * 3_600_000)
  for (const role of ROLES_ELSEWHERE) {
    const grant = { personId: document.id, role, domain: ELSEWHERE, grantedBy: 'server', grantedAt }
    await inTransaction((session) => grantRole(session, grant))
  }
  return signedInAs('sam@example.test', 'a long password')
}

const wanted = () => ({
  gates: ['platform-billing/evidence/slo'],
  domain: BILLING,
  content,
  reason: 'the exporter moves on Monday',
  risk: 'low',
  expiresAt: new Date(Date.now() + 7 * 24 * 3_600_000).toISOString(),
})

async function askFor(): Promise<string> {
  const { status, document, text } = await callApi(exceptions, { headers: { ...(await signedInAs('domain-owner')) }, body: wanted() })
  expect(status, text).toBe(201)
  return document.id
}

/** How many entries the audit chain has, and what of domains is stored beside it. */
async function kept(): Promise<unknown> {
  const { rows } = await test.database.pool.query(
    `SELECT (SELECT count(*) FROM audit_event) AS entries, (SELECT count(*) FROM evidence) AS evidence, (SELECT count(*) FROM skip) AS skips,
      (SELECT count(*) FROM promotion) AS promotions, (SELECT count(*) FROM exception_decision) AS decisions,
      (SELECT count(*) FROM announced_run) AS runs, (SELECT count(*) FROM api_token) AS tokens`,
  )
  return rows[0]
}

it('whoever may do everything for another domain does nothing for this one, at every endpoint that writes for a domain', async () => {
  const person = { ...stranger }
  const token = { ...foreignToken }
  const requested = { id: asked.requested }
  const approve = { decision: 'approve', reason: 'it is fine' }
  const run = { profile: 'platform-control', content, gates: [UNIT] }
  const skip = { gate: UNIT, profile: 'hotfix-fast', content, reason: 'the source is the same', prior: null }
  type Attempt = readonly [string, ServedHandlers, Parameters<typeof callApi>[1]]
  const attempts: readonly Attempt[] = [
    ['asks for an exception', exceptions, { headers: person, body: wanted() }],
    ['edits one', one, { method: 'PATCH', params: requested, headers: person, body: { reason: 'another reason altogether' } }],
    ['approves one', decisions, { params: requested, headers: person, body: approve }],
    ['rejects one', decisions, { params: requested, headers: person, body: { ...approve, decision: 'reject' } }],
    ['withdraws one', withdrawal, { params: requested, headers: person, body: { reason: 'no longer needed' } }],
    ['revokes one', exceptionRevocation, { params: { id: asked.approved }, headers: person, body: { reason: 'no longer right' } }],
    ['promotes', promotions, { headers: person, body: { domain: BILLING, content } }],
    ['promotes by a token', promotions, { headers: token, body: { domain: BILLING, content } }],
    ['posts evidence', evidence, { headers: token, body: aPass(UNIT, content) }],
    ['takes evidence back', revocation, { params: { id: ofBilling }, headers: token, body: { reason: 'it was wrong' } }],
    ['announces a run', runs, { headers: token, body: run }],
    ['declares a skip', skips, { headers: token, body: skip }],
    ['makes a wider token', tokens, { headers: token, body: { name: 'gpuaas-ci', domains: [BILLING], expiresInDays: 7 } }],
  ]
  const before = await kept()
  for (const [name, handlers, call] of attempts) {
    const { status, text } = await callApi(handlers, call)
    expect([403, 404], `${name}: ${text}`).toContain(status)
  }
  expect(await kept()).toEqual(before)
  // The same request by somebody of the domain is let in: it was the domain that kept the stranger out.
  const headers = { ...(await signedInAs('domain-owner-2')) }
  expect((await callApi(decisions, { params: requested, headers, body: approve })).status).toBe(201)
})
