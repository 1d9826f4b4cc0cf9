import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as board from './board/route.ts'
import * as candidate from './candidates/[contentId]/route.ts'
import * as verdict from './candidates/[contentId]/verdict/route.ts'
import * as debt from './debt/route.ts'
import * as lane from './domains/[id]/lane/route.ts'
import * as run from './runs/[id]/route.ts'
import * as runs from './runs/route.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await aReadyServer()
})
afterAll(() => test.close())

const FIVE = [
  'platform-billing/local/ledger',
  'platform-billing/local/unit',
  'platform-billing/smoke/gpuaas-precheck',
  'platform-billing/evidence/degradation-harness',
  'platform-billing/evidence/slo',
]
const SHOWN = FIVE.slice(0, 3)
const HIDDEN = FIVE.slice(3)

const announce = (content: object, given: object = {}) => callAsCi(runs, { profile: 'platform-control', content, gates: FIVE, ...given })
const close = (id: string) => callAsCi(run, { state: 'closed' }, { method: 'PATCH', params: { id } })

interface Line {
  readonly kind: string
  readonly gate: string
  readonly content: string
  readonly closedAt: string | null
}

const linesOf = async (content: { readonly gitCommit: string }): Promise<readonly Line[]> =>
  (await callApi(debt, { search: '?limit=200' })).document.items.filter((line: Line) => line.content === content.gitCommit)

/** Status and overlays of the five gates, as the candidate, the lane and the layers of the board have them. */
async function statusesOf({ gitCommit }: { readonly gitCommit: string }) {
  const judged = (await callApi(candidate, { params: { contentId: gitCommit } })).document.gates.filter((gate: { gate: string }) =>
    FIVE.includes(gate.gate),
  )
  const inLane = (await callApi(lane, { params: { id: 'platform-billing' }, search: `?commit=${gitCommit}` })).document.layers
    .flatMap(({ gates }: { gates: readonly { gate: string }[] }) => gates)
    .filter((gate: { gate: string }) => FIVE.includes(gate.gate))
  const brief = (gates: readonly { gate: string; status: string; overlays: readonly string[] }[]) =>
    Object.fromEntries(gates.map(({ gate, status, overlays }) => [gate, [status, ...overlays].join(' ')]))
  expect(brief(inLane)).toEqual(brief(judged))
  return brief(judged)
}

const layersOf = async ({ gitCommit }: { readonly gitCommit: string }) => {
  const { document } = await callApi(board, { search: `?tab=layers&commit=${gitCommit}` })
  return Object.fromEntries(
    document.rows[0].cells.map((cell: { id: string; status: string; note: string }) => [cell.id, [cell.status, cell.note]]),
  )
}

describe('announce a run of five gates, post three, close it: two `missing`, two debt lines', () => {
  const content = newContent()
  let id: string

  it('announced gates are `pending` until they are shown', async () => {
    const { status, document } = await announce(content)
    expect([status, document.state]).toEqual([201, 'open'])
    expect(document).toMatchObject({ gates: FIVE, profile: 'platform-control', content, closedAt: null })
    id = document.id
    expect(await statusesOf(content)).toEqual(Object.fromEntries(FIVE.map((gate) => [gate, 'pending'])))
    const asked = await callApi(verdict, { params: { contentId: content.gitCommit }, search: '?profile=platform-control' })
    expect(asked.document.verdict).toBe('waiting')
  })

  it('what is shown is judged, the rest waits; nothing is owed yet', async () => {
    for (const gate of SHOWN) await record(aPass(gate, content, { runId: id }))
    expect(await statusesOf(content)).toEqual(Object.fromEntries(FIVE.map((gate) => [gate, SHOWN.includes(gate) ? 'passed' : 'pending'])))
    expect(await linesOf(content)).toEqual([])
  })

  it('closed: two are missing, and the candidate, the lane, the board and the ledger agree', async () => {
    expect((await close(id)).document).toMatchObject({ id, state: 'closed' })
    expect(await statusesOf(content)).toEqual(
      Object.fromEntries(FIVE.map((gate) => [gate, SHOWN.includes(gate) ? 'passed' : 'missing debt'])),
    )
    expect((await linesOf(content)).map(({ kind, gate, closedAt }) => [kind, gate, closedAt]).sort()).toEqual(
      HIDDEN.map((gate) => ['hidden-skip', gate, null]).sort(),
    )
    expect(await layersOf(content)).toEqual({
      'contract-global': ['missing', '0 of 2 passed'],
      'domain-local': ['passed', '2 of 2 passed'],
      'consumer-smoke': ['passed', '1 of 1 passed'],
      'service-evidence': ['missing', '0 of 3 passed'],
    })
    const asked = await callApi(verdict, { params: { contentId: content.gitCommit }, search: '?profile=platform-control' })
    expect(asked.document.verdict).toBe('no-go')
    expect(asked.document.unsatisfied).toEqual(expect.arrayContaining(HIDDEN))
  })

  it('closing it again changes nothing', async () => {
    const again = await close(id)
    expect([again.status, again.document.state]).toEqual([200, 'closed'])
    expect(await linesOf(content)).toHaveLength(2)
  })

  it('a line closes only by evidence', async () => {
    await record(aPass('platform-billing/evidence/slo', content))
    expect((await linesOf(content)).filter(({ closedAt }) => closedAt === null).map(({ gate }) => gate)).toEqual([
      'platform-billing/evidence/degradation-harness',
    ])
  })
})

describe('a run has a deadline', () => {
  it('past it, what was not shown is a hidden skip though nobody closed the run', async () => {
    const content = newContent()
    const { document } = await announce(content, { deadline: new Date(Date.now() + 1500).toISOString(), gates: HIDDEN })
    expect(document.state).toBe('open')
    await new Promise((resolve) => setTimeout(resolve, 1800))
    expect((await statusesOf(content))['platform-billing/evidence/slo']).toBe('missing debt')
    expect(await linesOf(content)).toHaveLength(2)
  })

  it.each([
    ['in the past', new Date(Date.now() - 1000).toISOString()],
    ['too far ahead', new Date(Date.now() + 8 * 86_400_000).toISOString()],
    ['no moment', 'tomorrow'],
    ['without an offset', '2026-11-25T08:00:00'],
    ['a number', 5],
  ])('refuses one that is %s', async (_, deadline) => {
    const { status, document } = await announce(newContent(), { deadline })
    expect([status, document.errors[0].path]).toEqual([422, 'deadline'])
  })
})

describe('what is wrong with a run is named by its field', () => {
  it.each([
    ['an unknown gate', { gates: ['global/contracts', 'global/contract'] }, 'gate-unknown', 'gates.1'],
    ['a gate twice', { gates: ['global/contracts', 'global/contracts'] }, 'invalid-body', 'gates'],
    ['no gate', { gates: [] }, 'invalid-body', 'gates'],
    ['an unknown profile', { profile: 'platform-contol' }, 'profile-unknown', 'profile'],
    ['an unknown key', { state: 'closed' }, 'invalid-body', 'state'],
    ['5,001 gates', { gates: Array.from({ length: 5001 }, (_, at) => `global/g${at}`) }, 'invalid-body', 'gates'],
  ])('%s', async (_, given, code, path) => {
    const { status, document } = await announce(newContent(), given)
    expect([status, document.code, document.errors[0].path]).toEqual([422, code, path])
  })

  it('only `closed` can be said of a run, and only of one that is there', async () => {
    const { document } = await announce(newContent())
    const patch = (body: unknown, id: string) => callAsCi(run, body, { method: 'PATCH', params: { id } })
    expect((await patch({ state: 'open' }, document.id)).status).toBe(422)
    expect((await patch({ state: 'closed', gates: [] }, document.id)).status).toBe(422)
    for (const id of [randomUUID(), 'x', '', '\0', '../x']) {
      expect([(await close(id)).status, (await close(id)).document.code]).toEqual([404, 'run-unknown'])
    }
    expect((await callApi(run, { method: 'PATCH', body: { state: 'closed' }, params: { id: document.id } })).status).toBe(401)
  })

  it('evidence of a run that was announced for other content is refused', async () => {
    const { document } = await announce(newContent())
    await expect(record(aPass(FIVE[0] ?? '', newContent(), { runId: document.id }))).rejects.toThrow('run-mismatch')
  })
})
