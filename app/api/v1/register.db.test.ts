import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAST_PROFILE_PROOFS } from '#lib/model/judgement.ts'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record, recordAll } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as insights from './insights/route.ts'
import * as closing from './runs/[id]/route.ts'
import * as runs from './runs/route.ts'
import * as register from './skips/register/route.ts'
import * as skips from './skips/route.ts'

let test: TestDatabase
const UNIT = 'platform-billing/local/unit'
const LEDGER = 'platform-billing/local/ledger'
const SLO = 'platform-billing/evidence/slo'
const [source, fast, other] = [newContent(), newContent(), newContent()]

interface Line {
  readonly gate: string
  readonly kind: string | null
  readonly state: string
  readonly content: string
  readonly proofs: readonly { readonly id: string; readonly status: string; readonly reasons: readonly { readonly code: string }[] }[]
  readonly reasons: readonly { readonly next: { readonly command: string | null } | null }[]
}

async function announce(content: object, profile: string, gates: readonly string[]): Promise<void> {
  const { document } = await callAsCi(runs, { profile, content, gates })
  const { status } = await callAsCi(closing, { state: 'closed' }, { method: 'PATCH', params: { id: document.id } })
  expect(status).toBe(200)
}

async function linesOf(search: string): Promise<readonly Line[]> {
  return (await callApi(register, { search })).document.items
}

const lineOf = async (search: string, gate: string, content: object & { gitCommit: string }) =>
  (await linesOf(search)).find((line) => line.gate === gate && line.content === content.gitCommit) ?? expect.fail(`no line of ${gate}`)

const statuses = ({ proofs }: Line) => Object.fromEntries(proofs.map(({ id, status }) => [id, status]))

/** One candidate with a hidden skip of a full profile and a partial result, a fast one with skips, one where nothing was run. */
beforeAll(async () => {
  test = await aReadyServer()
  await recordAll(source, { [UNIT]: null })
  await announce(source, 'platform-control', [UNIT])
  await record({ ...aPass(SLO, source), result: 'partial', exitCode: null, counts: null, reason: 'one of two' })

  await record(aPass('global/contracts', fast))
  await record(aPass('global/boundary_guard', fast))
  await record(aPass('global/hotfix-smoke', fast))
  await record(aPass('global/rollback-drill', fast))
  const prior = await record(aPass(LEDGER, { ...fast, gitCommit: newContent().gitCommit }))
  for (const [gate, proof] of [
    [LEDGER, prior],
    [SLO, null],
  ] as const) {
    const body = { gate, profile: 'hotfix-fast', content: fast, reason: 'the source is the same', prior: proof, risk: 'none' }
    expect((await callAsCi(skips, body)).status).toBe(201)
  }
  await announce(fast, 'hotfix-fast', [UNIT])
  await announce(other, 'hotfix-fast', [UNIT])
})
afterAll(() => test.close())

describe('"Hidden skips are release debt": the register', () => {
  it('shows what is hidden first, whatever was recorded after it', async () => {
    const lines = await linesOf('')
    expect(lines.map(({ kind }) => kind)).toEqual(['hidden-skip', 'hidden-skip', 'hidden-skip', 'refused-skip', 'partial'])
    expect(lines.every(({ state }) => state === 'owed')).toBe(true)
  })

  it('comes whole and once by any size of page', async () => {
    const whole = await linesOf('')
    const walked: Line[] = []
    let cursor: string | null = null
    do {
      const { document } = await callApi(register, { search: `?limit=2${cursor === null ? '' : `&cursor=${cursor}`}` })
      expect(document.items.length).toBeGreaterThan(0)
      walked.push(...document.items)
      cursor = document.next
    } while (cursor !== null)
    expect(walked).toHaveLength(whole.length)
    expect(walked.map(({ gate, content }) => `${gate} ${content}`)).toEqual(whole.map(({ gate, content }) => `${gate} ${content}`))
    expect(await linesOf('?cursor=never-given')).toEqual([])
  })

  it('is narrowed to a kind and a domain', async () => {
    expect((await linesOf('?kind=partial')).map(({ gate }) => gate)).toEqual([SLO])
    expect(await linesOf('?domain=gpuaas')).toEqual([])
    expect(await linesOf('?domain=global')).toEqual([])
    expect(await linesOf('?domain=platform-billing')).toHaveLength(5)
    expect(await linesOf('?view=declared&domain=gpuaas')).toEqual([])
  })

  it('says for each line what to run', async () => {
    const line = await lineOf('', UNIT, source)
    expect(line.reasons[0]?.next?.command).toBe(`lanekeeper run ${UNIT} -- go test ./packages/platform/billing`)
  })
})

describe('the five proofs of a line', () => {
  it('are those of its fast profile, the second about its own gate', async () => {
    const line = await lineOf('', UNIT, fast)
    expect(line.proofs.map(({ id }) => id)).toEqual(FAST_PROFILE_PROOFS)
    expect(statuses(line)).toEqual({
      'validated-source': 'passed',
      'skipped-gates': 'missing',
      'profile-smoke': 'passed',
      'rollback-posture': 'passed',
      'owner-approval': 'passed',
    })
    expect(statuses(await lineOf('', UNIT, other))).toMatchObject({ 'validated-source': 'stale', 'profile-smoke': 'stale' })
  })

  it('of a full profile: nothing may be left out, and the last three do not apply', async () => {
    const line = await lineOf('', UNIT, source)
    expect(Object.values(statuses(line))).toEqual(['passed', 'missing', 'not-applicable', 'not-applicable', 'not-applicable'])
    expect(line.proofs[2]?.reasons[0]?.code).toBe('proof.not-fast')
  })

  it('of an accepted skip and of a refused one, with the code of the refusal', async () => {
    const accepted = await lineOf('?view=declared', LEDGER, fast)
    const refused = await lineOf('?view=declared', SLO, fast)
    expect(accepted).toMatchObject({ state: 'accepted', refusal: null, kind: null })
    expect(statuses(accepted)).toMatchObject({ 'skipped-gates': 'passed', 'owner-approval': 'missing' })
    expect(refused).toMatchObject({ state: 'refused', refusal: 'no-evidence', status: 'blocked' })
    expect(statuses(refused)).toMatchObject({ 'skipped-gates': 'blocked' })
  })
})

describe('"a line leaves only by evidence"', () => {
  it('moves from what is owed to what is repaid when the gate passes, and names what repaid it', async () => {
    const evidence = await record(aPass(UNIT, source))
    expect((await linesOf('')).filter(({ content }) => content === source.gitCommit)).toHaveLength(1)
    const repaid = await lineOf('?view=repaid', UNIT, source)
    expect(repaid).toMatchObject({ state: 'repaid', status: 'passed', closedBy: [evidence], closedAt: expect.any(String) })
  })
})

describe('`GET insights`', () => {
  it('counts the same lines and skips by week, from the first thing that was recorded', async () => {
    const { document } = await callApi(insights, { search: '?weeks=4' })
    expect(document.open.kinds).toEqual({ 'hidden-skip': 2, 'refused-skip': 1, partial: 1, 'expired-exception': 0, 'expired-debt': 0 })
    expect(document.skips).toEqual([{ week: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), hidden: 3, declared: 2 }])
    expect(document.debt.domains).toEqual(['platform-billing'])
    expect(document.debt.weeks).toEqual([{ week: document.skips[0].week, open: [4], opened: 5, closed: 1 }])
    expect(document.exceptions).toMatchObject({ requested: 0, active: 0, endingSoon: 0 })
  })

  it('says how much the skips that hold have saved, as far as their proofs say how long they took', async () => {
    const { savings } = (await callApi(insights)).document
    expect(savings.weeks).toEqual([{ week: savings.weeks[0].week, savedSeconds: 0, skips: 0, unknown: 1, debt: 5 }])
    const timed = { startedAt: '2026-01-05T10:00:00Z', finishedAt: '2026-01-05T10:04:00Z' }
    const content = newContent()
    const prior = await record({ ...aPass(LEDGER, { ...content, gitCommit: newContent().gitCommit }), ...timed })
    const body = { gate: LEDGER, profile: 'hotfix-fast', content, reason: 'the same', prior, risk: 'none' }
    await callAsCi(skips, body)
    await callAsCi(skips, body)
    expect((await callApi(insights)).document.savings.weeks[0]).toMatchObject({ savedSeconds: 240, skips: 1, unknown: 1 })
    await record(aPass(LEDGER, content))
    expect((await callApi(insights)).document.savings.weeks[0]).toMatchObject({ savedSeconds: 0, skips: 0, unknown: 1 })
  })

  it('tells the items of each candidate as it stood when the last of it was recorded, oldest first', async () => {
    const { eligibility } = (await callApi(insights)).document
    const at = eligibility.candidates.findIndex(({ contentId }: { contentId: string }) => contentId === source.gitCommit)
    const billing = eligibility.domains.find(({ domain }: { domain: string }) => domain === 'platform-billing')
    expect(at).toBe(0)
    expect(billing.passed).toHaveLength(eligibility.candidates.length)
    expect(billing.passed[at]).toBeGreaterThanOrEqual(4)
    expect(billing.passed[at]).toBeLessThan(8)
    expect(eligibility.candidates.every(({ contentId }: { contentId: string }) => contentId !== '')).toBe(true)
  })

  it('takes only the ranges it offers', async () => {
    expect((await callApi(insights, { search: '?weeks=5' })).status).toBe(400)
  })
})
