import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as revocation from '#app/api/v1/evidence/[id]/revocation/route.ts'
import * as promotions from '#app/api/v1/promotions/route.ts'
import * as skips from '#app/api/v1/skips/route.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import type { TimelineKind } from '#lib/model/timeline.ts'
import { aReadyServer, callAsCi, newContent, record, recordAll } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import { domainTimeline } from './domain-timeline.ts'

const SMOKE = 'platform-billing/smoke/gpuaas-precheck'
const content = newContent()

let test: TestDatabase
let revoked: string
beforeAll(async () => {
  test = await aReadyServer()
  await recordAll(content)
  await callAsCi(promotions, { domain: 'platform-billing', content })
  await record(aPass('gpuaas/local/unit', content))
  const other = newContent()
  revoked = await record(aPass(SMOKE, other))
  await callAsCi(revocation, { reason: 'it ran against the wrong cluster' }, { params: { id: revoked } })
  await callAsCi(skips, { gate: SMOKE, profile: 'hotfix-fast', content: other, reason: 'there was no time' })
})
afterAll(() => test.close())

async function timelineOf(given: { domain?: string; kind?: TimelineKind | null; limit?: number; cursor?: string | null } = {}) {
  const asked = { repository: null, domain: 'platform-billing', kind: null, limit: 50, cursor: null, ...given }
  const answer = await domainTimeline(asked)
  if (isRefusal(answer)) throw new Error(answer.detail)
  return answer
}

describe('the timeline of a domain', () => {
  it('has everything that was recorded of it and of its own gates, newest first', async () => {
    const { items, next } = await timelineOf()
    expect(items.slice(0, 4).map(({ kind }) => kind)).toEqual(['debt', 'skip', 'evidence', 'promotion'])
    expect(items.map(({ sequence }) => sequence)).toEqual(items.map(({ sequence }) => sequence).toSorted((a, b) => b - a))
    expect(next).toBeNull()
    const gates = items.flatMap((event) => (event.kind === 'promotion' ? [] : [event.gate]))
    expect(gates.every((gate) => gate.startsWith('platform-billing/'))).toBe(true)
    expect(items).toHaveLength(6 + 4)
  })

  it('says what was taken back since, and what of the debt is still open', async () => {
    const { items } = await timelineOf()
    expect(items.find(({ id }) => id === revoked)).toMatchObject({ kind: 'evidence', result: 'passed', revokedAt: expect.any(Date) })
    expect(items[0]).toMatchObject({ kind: 'debt', debt: 'refused-skip', gate: SMOKE, closedAt: null })
  })

  it('of one kind has no other', async () => {
    expect((await timelineOf({ kind: 'promotion' })).items).toMatchObject([{ kind: 'promotion', content, by: 'token:initial' }])
    expect((await timelineOf({ kind: 'skip' })).items).toMatchObject([
      { kind: 'skip', profile: 'hotfix-fast', reason: 'there was no time' },
    ])
    expect((await timelineOf({ domain: 'gpuaas', kind: 'debt' })).items).toEqual([])
  })

  it('by pages leaves nothing out and shows nothing twice', async () => {
    const all = (await timelineOf()).items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof timelineOf>> = await timelineOf({ limit: 3, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(all)
  })

  it('of a domain that no lane declares is refused', async () => {
    expect(await domainTimeline({ repository: null, domain: 'nobody', kind: null, limit: 5, cursor: null })).toMatchObject({
      refused: 'domain-unknown',
    })
  })
})
