import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as readyz from '#app/readyz/route.ts'
import * as signInForm from '#app/sign-in/form/route.ts'
import * as signOutForm from '#app/sign-out/route.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import type { ServedHandler } from '#lib/http/serve.ts'
import { DEMO_PASSWORD } from '#lib/model/demo-accounts.ts'
import { signInFault } from '#lib/wording/sign-in-fault.ts'
import { AS_CI, callApi, keepTestSettings } from '#test/api-call.ts'
import { callAsCi, knowCiToken, newContent, recordAll, sync } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aDataFolder, startGuarded, stopGuarded } from '#test/guarded-store.ts'
import { type AsPerson, makeDemoAccounts, signedInAs } from '#test/signed-in.ts'
import * as verification from './audit/verification/route.ts'
import * as board from './board/route.ts'
import * as evidence from './evidence/route.ts'
import * as packet from './promotions/[id]/packet/route.ts'
import * as promotions from './promotions/route.ts'
import * as releases from './releases/[contentId]/route.ts'
import * as runs from './runs/route.ts'
import * as session from './session/route.ts'

let newest: TestDatabase
let older: TestDatabase
let promotion: string
let manager: AsPerson
const data = aDataFolder()
const content = newContent()

beforeAll(async () => {
  keepTestSettings()
  newest = await createTestDatabase()
  const { guard } = await startGuarded(newest.database, data.path)
  await knowCiToken()
  await sync()
  await recordAll(content)
  await makeDemoAccounts()
  manager = await signedInAs('release-manager')
  promotion = (await callAsCi(promotions, { domain: 'platform-billing', content })).document.id
  // One that nobody closes: to look at the candidate would close it, if anything could be recorded.
  const lapsing = {
    profile: 'platform-control',
    content,
    gates: ['platform-billing/local/unit'],
    deadline: new Date(Date.now() + 60_000).toISOString(),
  }
  await callAsCi(runs, lapsing)
  older = await newest.copy()
  await lapse(older)
  await callAsCi(evidence, aPass('platform-billing/local/unit', newContent()))
  await guard.signNow()
  await stopGuarded()
  await startGuarded(older.database, data.path)
})
afterAll(async () => {
  await stopGuarded()
  await older.close()
  await newest.close()
  data.remove()
})

/** Puts the deadline of every run behind us, as time would. */
async function lapse({ database }: TestDatabase): Promise<void> {
  const client = await database.pool.connect()
  await client.query('SET session_replication_role = replica')
  await client.query(`UPDATE announced_run SET deadline = announced_at`)
  await client.query('SET session_replication_role = DEFAULT')
  client.release()
}

/** Sends a form as a browser does, from our own page. */
async function submit(handler: ServedHandler, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>>) {
  const init = { method: 'POST', body: new URLSearchParams(fields), headers: { origin: currentSettings().publicUrl, ...headers } }
  const answer = await handler(new Request(`http://127.0.0.1:3000${handler.endpoint?.path}`, init), { params: Promise.resolve(undefined) })
  return { status: answer.status, location: answer.headers.get('location'), cookie: answer.headers.get('set-cookie') }
}

describe('a server whose database is an older copy than it has signed for', () => {
  it('refuses every write with 503 `audit-rollback`, and says what to do', async () => {
    const writes: [Parameters<typeof callAsCi>[0], object][] = [
      [evidence, aPass('platform-billing/local/unit', newContent())],
      [promotions, { domain: 'platform-billing', content }],
      [runs, { profile: 'platform-control', content, gates: ['platform-billing/local/unit'] }],
    ]
    for (const [handlers, body] of writes) {
      const { status, document, headers } = await callAsCi(handlers, body)
      expect({ status, code: document.code }).toEqual({ status: 503, code: 'audit-rollback' })
      expect(document.detail).toMatch(
        /this is an older copy of the database\. Nothing is recorded until .* LANEKEEPER_ACCEPT_ROLLBACK=[0-9a-f]{64}/,
      )
      expect(headers.get('retry-after')).toBe('5')
    }
  })

  it('answers what is read, and says of each answer that the history is doubted', async () => {
    for (const [handlers, params] of [
      [board, {}],
      [releases, { contentId: content.gitCommit }],
      [promotions, {}],
    ] as const) {
      const { status, headers } = await callApi(handlers, { params, headers: AS_CI })
      expect({ status, history: headers.get('x-lanekeeper-history') }).toEqual({ status: 200, history: 'doubted' })
    }
    expect((await callApi(readyz)).document).toMatchObject({ status: 'ready', warning: expect.stringContaining('older copy') })
    expect((await callApi(verification, { headers: AS_CI })).document).toMatchObject({ verified: false, firstBad: { fault: 'older-copy' } })
  })

  it('knows whoever is signed in, who can read and not decide', async () => {
    expect((await callApi(session, { headers: { ...manager } })).document).toMatchObject({ kind: 'person' })
    expect((await callApi(board, { headers: { ...manager } })).status).toBe(200)
    const body = { domain: 'platform-billing', content }
    expect(await callApi(promotions, { headers: { ...manager }, body })).toMatchObject({
      status: 503,
      document: { code: 'audit-rollback' },
    })
  })

  it('signs nobody in, and says why on the page that people see', async () => {
    const body = { email: 'architect@example.test', password: DEMO_PASSWORD }
    const { status, document, headers } = await callApi(session, { body })
    expect({ status, code: document.code, cookie: headers.get('set-cookie') }).toEqual({
      status: 503,
      code: 'audit-rollback',
      cookie: null,
    })
    const answer = await submit(signInForm.POST, { ...body, returnTo: '/audit' }, {})
    expect(answer).toEqual({ status: 303, location: '/sign-in?returnTo=%2Faudit&fault=audit-rollback', cookie: null })
    expect(signInFault('audit-rollback', Number.NaN)).toMatch(/^Nothing is recorded at the moment.*Whoever runs the server can move it/)
  })

  it('signs whoever wants out', async () => {
    expect(await submit(signOutForm.POST, {}, { cookie: manager.cookie })).toMatchObject({ status: 303, location: '/sign-in' })
    expect((await callApi(session, { headers: { ...manager } })).document.kind).toBe('nobody')
  })

  it('makes no packet of it', async () => {
    expect(await callApi(packet, { params: { id: promotion }, headers: AS_CI })).toMatchObject({
      status: 503,
      document: { code: 'audit-rollback' },
    })
  })
})
