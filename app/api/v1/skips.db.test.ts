import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record, sync } from '#test/api-server.ts'
import { aPass, aReadyModelRequest, BILLING_LANE, READY_LANE } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as candidate from './candidates/[contentId]/route.ts'
import * as debt from './debt/route.ts'
import * as revocation from './evidence/[id]/revocation/route.ts'
import * as skips from './skips/route.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await aReadyServer()
})
afterAll(() => test.close())

const UNIT = 'platform-billing/local/unit'
const PROFILE = 'hotfix-fast'

const declare = (content: object, prior: string | null, given: object = {}) =>
  callAsCi(skips, { gate: UNIT, profile: PROFILE, content, reason: 'the source is the same', prior, ...given })

/** What the register and the candidate say of a skip now. */
async function lookAgain(id: string, contentId: string) {
  const listed = (await callApi(skips)).document.items.find((skip: { id: string }) => skip.id === id)
  const { document } = await callApi(candidate, { params: { contentId } })
  const gate = document.gates.find((each: { gate: string }) => each.gate === listed.gate)
  return { state: listed.state, refusal: listed.refusal, status: gate.status, overlays: gate.overlays, satisfied: gate.satisfied }
}

const openLines = async () =>
  (await callApi(debt, { search: '?state=open&limit=200' })).document.items.map((line: { kind: string; gate: string; content: string }) => [
    line.kind,
    line.gate,
    line.content,
  ])

describe('a rebase-merge: new commit, equal tree', () => {
  const before = newContent()
  const merged = { gitCommit: newContent().gitCommit, gitTree: before.gitTree }
  let prior: string
  beforeAll(async () => {
    prior = await record(aPass(UNIT, before))
  })

  it('prior evidence is accepted', async () => {
    const { status, document } = await declare(merged, prior)
    expect(status).toBe(201)
    expect(document).toMatchObject({ state: 'accepted', refusal: null, gate: UNIT, domain: 'platform-billing', prior, risk: 'none' })
  })

  it('the command of the gate changed: refused `gate-changed`, and the skip accepted before is refused as well', async () => {
    const accepted = (await declare(merged, prior)).document.id
    await sync(aReadyModelRequest({ sources: { [BILLING_LANE]: READY_LANE.replace('go test ./packages', 'go test -short ./packages') } }))
    expect((await declare(merged, prior)).document).toMatchObject({ state: 'refused', refusal: 'gate-changed' })
    expect(await lookAgain(accepted, merged.gitCommit)).toMatchObject({ state: 'refused', refusal: 'gate-changed', satisfied: false })
    await sync()
    expect(await lookAgain(accepted, merged.gitCommit)).toMatchObject({ state: 'accepted' })
  })

  it('another tree: `content-mismatch`', async () => {
    const other = newContent()
    const { status, document } = await declare(other, prior)
    expect([status, document.state, document.refusal]).toEqual([201, 'refused', 'content-mismatch'])
    expect(await lookAgain(document.id, other.gitCommit)).toMatchObject({ status: 'blocked', overlays: ['debt'], satisfied: false })
  })

  it('a skip of a skip: `skip-of-skip`', async () => {
    const first = (await declare(merged, prior)).document.id
    expect((await declare(merged, first)).document).toMatchObject({ state: 'refused', refusal: 'skip-of-skip' })
    const reported = await record({ ...aPass(UNIT, newContent()), result: 'skipped', exitCode: null, counts: null, reason: 'not today' })
    expect((await declare(merged, reported)).document).toMatchObject({ state: 'refused', refusal: 'skip-of-skip' })
  })
})

describe('`POST skips` answers 201 with what it is judged to be: refused skips are kept and shown', () => {
  const content = newContent()
  let prior: string
  beforeAll(async () => {
    prior = await record(aPass(UNIT, content))
  })

  it.each([
    ['no prior', null, {}, 'no-evidence'],
    ['a prior that nobody knows', randomUUID(), {}, 'no-evidence'],
    ['a prior that is no id', 'yesterday’s run', {}, 'no-evidence'],
    ['a profile that skips nothing', undefined, { profile: 'platform-control' }, 'not-authorised'],
    ['a profile that nobody declared', undefined, { profile: 'no-such-profile' }, 'not-authorised'],
    ['a global contract gate', undefined, { gate: 'global/contracts' }, 'not-authorised'],
    ['a prior of another gate', undefined, { gate: 'platform-billing/local/ledger' }, 'no-evidence'],
  ])('%s', async (_, given, more, refusal) => {
    const { status, document } = await declare(content, given === undefined ? prior : given, more)
    expect([status, document.state, document.refusal]).toEqual([201, 'refused', refusal])
    expect((await callApi(skips)).document.items[0]).toMatchObject({ id: document.id, state: 'refused', refusal })
  })

  it('a prior that failed: `not-passed`', async () => {
    const failed = await record({ ...aPass(UNIT, newContent()), result: 'failed', exitCode: 1, counts: null })
    expect((await declare(content, failed)).document.refusal).toBe('not-passed')
  })

  it('a prior that is revoked: `revoked`, also for a skip that was accepted before', async () => {
    const fresh = newContent()
    const pass = await record(aPass(UNIT, fresh))
    const { document } = await declare(fresh, pass)
    expect(document.state).toBe('accepted')
    expect((await callAsCi(revocation, { reason: 'the runner was broken' }, { params: { id: pass } })).status).toBe(201)
    expect((await declare(fresh, pass)).document.refusal).toBe('revoked')
    expect(await lookAgain(document.id, fresh.gitCommit)).toMatchObject({ state: 'refused', refusal: 'revoked', status: 'blocked' })
  })

  it('a refused skip is release debt until the gate has passed; evidence alone closes the line', async () => {
    const fresh = newContent()
    await declare(fresh, null)
    expect(await openLines()).toContainEqual(['refused-skip', UNIT, fresh.gitCommit])
    await record(aPass(UNIT, fresh))
    expect(await openLines()).not.toContainEqual(['refused-skip', UNIT, fresh.gitCommit])
    const closed = (await callApi(debt)).document.items.find((line: { content: string }) => line.content === fresh.gitCommit)
    expect(closed).toMatchObject({ kind: 'refused-skip', domain: 'platform-billing', owner: '@billing', closedAt: expect.any(String) })
  })

  it('an accepted skip is `skipped`, never `passed`, and satisfies under its profile', async () => {
    const merged = { gitCommit: newContent().gitCommit, gitTree: content.gitTree }
    const other = newContent()
    const ofOther = await record(aPass('platform-billing/evidence/slo', { gitTree: other.gitTree }))
    const { document } = await callAsCi(skips, {
      gate: 'platform-billing/evidence/slo',
      profile: PROFILE,
      content: merged,
      reason: 'measured yesterday',
      prior: ofOther,
    })
    expect(document.refusal).toBe('content-mismatch')
    const same = { gitCommit: other.gitCommit, gitTree: other.gitTree }
    const accepted = await declare(same, ofOther, { gate: 'platform-billing/evidence/slo' })
    expect(accepted.document.state).toBe('accepted')
    const { document: judged } = await callApi(candidate, { params: { contentId: other.gitCommit } })
    const gate = judged.gates.find((each: { gate: string }) => each.gate === 'platform-billing/evidence/slo')
    expect(['skipped', 'passed']).toContain(gate.status)
  })

  it.each([
    ['no reason', { reason: undefined }, 'reason'],
    ['a blank reason', { reason: '  \n' }, 'reason'],
    ['an unknown risk', { risk: 'tiny' }, 'risk'],
    ['an unknown key', { approvedBy: 'me' }, 'approvedBy'],
    ['a short commit', { content: { gitCommit: 'abc1234' } }, 'content.gitCommit'],
    ['no content', { content: {} }, 'content'],
    ['an unknown gate', { gate: 'platform-billing/local/unitt' }, 'gate'],
    ['a run that was never announced', { runId: randomUUID() }, 'runId'],
  ])('422 with the field for %s', async (_, given, path) => {
    const { status, document } = await declare(content, prior, given)
    expect([status, document.errors[0].path]).toEqual([422, path])
  })

  it('is for a CI token only', async () => {
    expect((await callApi(skips, { body: { gate: UNIT, profile: PROFILE, content, reason: 'x' } })).status).toBe(401)
  })
})
