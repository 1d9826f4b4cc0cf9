import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATUSES, type Status } from '#lib/model/status.ts'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record, recordAll } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as candidates from './candidates/[contentId]/route.ts'
import * as verdict from './candidates/[contentId]/verdict/route.ts'
import * as eligibility from './domains/[id]/eligibility/route.ts'
import * as history from './domains/[id]/history/route.ts'
import * as promotions from './promotions/route.ts'
import * as release from './releases/[contentId]/route.ts'
import * as releases from './releases/route.ts'
import * as run from './runs/[id]/route.ts'
import * as runs from './runs/route.ts'
import * as skips from './skips/route.ts'

const SMOKE = 'platform-billing/smoke/gpuaas-precheck'
const HIDDEN = 'platform-billing/local/ledger'
const BILLING = { params: { id: 'platform-billing' } }

interface Counted {
  readonly gates: number
  readonly unsatisfied: number
  readonly counts: Readonly<Record<Status, number>>
}

const [whole, lacking] = [newContent(), newContent()]
let test: TestDatabase

/** A candidate that has everything, and a newer one with a hidden skip, a refused skip and a failure. */
beforeAll(async () => {
  test = await aReadyServer()
  await recordAll(whole)
  await callAsCi(promotions, { domain: 'platform-billing', content: whole })
  const announced = await callAsCi(runs, { profile: 'platform-control', content: lacking, gates: [HIDDEN] })
  await recordAll(lacking, { [HIDDEN]: null, [SMOKE]: null, 'global/contracts': { result: 'failed', exitCode: 1 } })
  await callAsCi(run, { state: 'closed' }, { method: 'PATCH', params: { id: announced.document.id } })
  await callAsCi(skips, { gate: SMOKE, profile: 'hotfix-fast', content: lacking, reason: 'there was no time' })
})
afterAll(() => test.close())

const recordOf = async (contentId: string, search = '') => (await callApi(release, { params: { contentId }, search })).document

describe('`GET releases` lists the candidates with the verdict under every profile', () => {
  it('newest first, as each is judged by itself', async () => {
    const { document } = await callApi(releases)
    expect(document.profiles).toEqual(['platform-control', 'hotfix-fast'])
    expect(document.items.map(({ contentId }: { contentId: string }) => contentId)).toEqual([lacking.gitCommit, whole.gitCommit])
    for (const { contentId, verdicts } of document.items) {
      for (const { profile, verdict: listed, unsatisfied } of verdicts) {
        const asked = (await callApi(verdict, { params: { contentId }, search: `?profile=${profile}` })).document
        expect([listed, unsatisfied]).toEqual([asked.verdict, asked.unsatisfied.length])
      }
    }
  })

  it('by pages', async () => {
    const first = (await callApi(releases, { search: '?limit=1' })).document
    const second = (await callApi(releases, { search: `?limit=1&cursor=${first.next}` })).document
    expect([...first.items, ...second.items].map(({ contentId }) => contentId)).toEqual([lacking.gitCommit, whole.gitCommit])
    expect(second.next).toBeNull()
    expect((await callApi(releases, { search: '?limit=21' })).status).toBe(400)
  })
})

describe('`GET releases/{contentId}` is the record of a release', () => {
  it('says the same as the verdict, the candidate and the eight items say', async () => {
    for (const { gitCommit: contentId } of [whole, lacking]) {
      const given = await recordOf(contentId)
      const asked = (await callApi(verdict, { params: { contentId }, search: '?profile=platform-control' })).document
      expect(given).toMatchObject({ verdict: asked.verdict, unsatisfied: asked.unsatisfied, reviews: asked.reviews, proofs: asked.proofs })
      // A profile leaves out the skips that were declared for another; without any the gates are those of the candidate.
      const { gates } = (await callApi(candidates, { params: { contentId } })).document
      if (contentId === whole.gitCommit) expect(given.gates).toEqual(gates)
      expect(given.gates.map(({ gate }: { gate: string }) => gate)).toEqual(gates.map(({ gate }: { gate: string }) => gate))
      const items = (await callApi(eligibility, { ...BILLING, search: `?commit=${contentId}` })).document
      expect(given.domains.find(({ domain }: { domain: string }) => domain === 'platform-billing').eligibility).toBe(items.verdict)
    }
  })

  it('counts every gate once, and a skip as a skip', async () => {
    const { domains, gates, unsatisfied } = await recordOf(lacking.gitCommit, '?profile=hotfix-fast')
    const sum = (of: (domain: Counted) => number) => domains.reduce((total: number, each: Counted) => total + of(each), 0)
    expect(sum((each) => each.gates)).toBe(gates.length)
    expect(sum((each) => each.unsatisfied)).toBe(unsatisfied.length)
    for (const status of STATUSES) {
      const judged = gates.filter((gate: { status: string }) => gate.status === status)
      expect([status, sum((each) => each.counts[status])]).toEqual([status, judged.length])
    }
  })

  it('names what was hidden, what was refused, and what is owed; a pass moves the line to what was repaid', async () => {
    const before = await recordOf(lacking.gitCommit)
    expect(before.skips).toMatchObject([{ gate: SMOKE, state: 'refused', refusal: 'no-evidence', reason: 'there was no time' }])
    expect(before.debt.map(({ gate, kind, closedAt }: Record<string, string>) => [gate, kind, closedAt])).toEqual([
      [SMOKE, 'refused-skip', null],
      [HIDDEN, 'hidden-skip', null],
    ])
    expect(before.verdict).toBe('no-go')
    await record(aPass(HIDDEN, lacking))
    const after = await recordOf(lacking.gitCommit)
    expect(after.debt[1]).toMatchObject({ gate: HIDDEN, closedAt: expect.any(String) })
    expect(after.debt[0].closedAt).toBeNull()
  })

  it('has the promotions of the content, by any of its names', async () => {
    const promoted = [{ domain: 'platform-billing', content: whole, verdict: 'eligible' }]
    expect((await recordOf(whole.gitCommit)).promotions).toMatchObject(promoted)
    expect((await recordOf(whole.gitTree)).promotions).toMatchObject(promoted)
    expect((await recordOf(lacking.gitCommit)).promotions).toEqual([])
  })

  it('of content that was never seen has nothing, and is a no', async () => {
    expect(await recordOf('f'.repeat(40))).toMatchObject({ firstSeenAt: null, verdict: 'no-go', skips: [], debt: [] })
  })

  it('refuses a profile that there is not', async () => {
    const answer = await callApi(release, { params: { contentId: whole.gitCommit }, search: '?profile=hotfix-fats' })
    expect(answer).toMatchObject({ status: 422, document: { code: 'profile-unknown', detail: expect.stringContaining('hotfix-fast') } })
  })
})

describe('`GET domains/{id}/history` judges a domain on the candidates', () => {
  it('as it is judged on each by itself', async () => {
    const { document } = await callApi(history, BILLING)
    expect(document.items.map(({ contentId }: { contentId: string }) => contentId)).toEqual([lacking.gitCommit, whole.gitCommit])
    for (const { contentId, verdict, items } of document.items) {
      const asked = (await callApi(eligibility, { ...BILLING, search: `?commit=${contentId}` })).document
      expect(verdict).toBe(asked.verdict)
      expect(items).toEqual(asked.items.map(({ id, status }: { id: string; status: string }) => ({ id, status })))
    }
    expect(document.items[1].verdict).toBe('eligible')
  })

  it('of a domain that no lane declares is a 404', async () => {
    expect((await callApi(history, { params: { id: 'platform-biling' } })).status).toBe(404)
  })
})
