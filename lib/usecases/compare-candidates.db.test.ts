import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '#lib/model/refusal.ts'
import { aReadyServer, newContent, recordAll } from '#test/api-server.ts'
import type { TestDatabase } from '#test/database.ts'
import { compareCandidates } from './compare-candidates.ts'
import { findCandidates } from './find-candidates.ts'

const LOST = 'platform-billing/smoke/gpuaas-precheck'
const [whole, lacking] = [newContent(), newContent()]
let test: TestDatabase
beforeAll(async () => {
  test = await aReadyServer()
  await recordAll(whole)
  await recordAll(lacking, { [LOST]: null, 'platform-billing/local/unit': { result: 'failed', exitCode: 1, counts: null } })
})
afterAll(() => test.close())

const compare = async (base = '', head = '') => {
  const found = await compareCandidates({ repository: null, base, head })
  if (isRefusal(found)) throw new Error(found.detail)
  return found
}

describe('two candidates are compared as they are recorded', () => {
  it('what failed and what was not shown is worse, and the domain is no longer eligible', async () => {
    const { items, layers, verdicts, evidenceLost, isSame } = await compare(whole.gitCommit, lacking.gitCommit)
    const cells = items.map(({ domain, number, direction }) => [domain, number, direction])
    expect(cells).toContainEqual(['platform-billing', 6, 'worse'])
    expect(layers).toContainEqual(
      expect.objectContaining({ domain: 'platform-billing', number: 2, after: expect.objectContaining({ status: 'failed' }) }),
    )
    expect(verdicts).toContainEqual({ domain: 'platform-billing', title: 'platform-billing', before: 'eligible', after: 'not-eligible' })
    expect(evidenceLost.map(({ gate }) => gate)).toEqual([LOST])
    expect(isSame).toBe(false)
  })

  it('the other way round it is better, and evidence was gained', async () => {
    const { items, evidenceGained } = await compare(lacking.gitCommit, whole.gitCommit)
    expect(items.every(({ direction }) => direction !== 'worse')).toBe(true)
    expect(evidenceGained.map(({ gate }) => gate)).toEqual([LOST])
  })

  it('one with itself is the same; one that was never seen is said to be', async () => {
    expect((await compare(whole.gitCommit, whole.gitCommit)).isSame).toBe(true)
    const { base, head } = await compare(whole.gitCommit, 'd'.repeat(40))
    expect([base.isUnseen, head.isUnseen]).toEqual([false, true])
  })

  it('is found by the first digits of its name', async () => {
    const found = await findCandidates({ repository: null, text: whole.gitCommit?.slice(0, 10) ?? '', limit: 5 })
    expect(isRefusal(found) ? [] : found.items.map(({ contentId }) => contentId)).toEqual([whole.gitCommit])
  })
})
