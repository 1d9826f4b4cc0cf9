import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { BILLING_LANE, READY_LANE } from '#test/builders/a-ready-model-request.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { answered, aSha, INITIAL, post, reported, storeReadyModel } from '#test/recording.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { makePlan } from './make-plan.ts'
import { findDrift, judgePlan } from './plan-results.ts'

let test: TestDatabase

const UNIT = 'platform-billing/local/unit'
const LEDGER = 'platform-billing/local/ledger'

beforeAll(async () => {
  test = await openTestDatabase()
  await storeReadyModel()
})
afterAll(() => test.close())

type Kept = GatePlan & { readonly id: string }

async function plan(head: string, askedBy = INITIAL.identity): Promise<Kept> {
  const change = { files: ['packages/platform/billing/ledger.go'] }
  return answered(await makePlan({ repository: null, change, profile: null, base: null, head, askedBy, retry: null })) as Kept
}

async function statuses(of: Kept, head: string) {
  const results = await judgePlan(of, head)
  if (isRefusal(results)) return expect.fail(results.detail)
  return { ...results, byGate: results.gates.map(({ gate, status }) => `${gate} ${status}`) }
}

async function current(): Promise<CurrentModel> {
  const found = await loadCurrentModel(null)
  return isRefusal(found) ? expect.fail(found.detail) : found
}

describe('a plan stands beside its results', () => {
  it('every gate of it, and no other, is judged on its head; what fails stands first and what passed last', async () => {
    const head = aSha('1')
    const made = await plan(head)
    await post([
      reported('global/contracts', { gitCommit: head }),
      reported(UNIT, { gitCommit: head }),
      reported(LEDGER, { gitCommit: head }, { result: 'failed', exitCode: 1 }),
      reported('platform-billing/evidence/slo', { gitCommit: aSha('2') }),
    ])
    const { byGate, gates, beyond } = await statuses(made, head)
    expect(gates.map(({ gate }) => gate).sort()).toEqual(made.gates.map(({ id }) => id).sort())
    expect(byGate[0]).toBe(`${LEDGER} failed`)
    expect(byGate.slice(-2).sort()).toEqual(['global/contracts passed', `${UNIT} passed`])
    expect(gates.filter(({ status }) => status === 'passed').every(({ satisfied }) => satisfied)).toBe(true)
    expect(beyond).toEqual([])
  })

  it('also when nobody with a token made it: its gates count as asked for on its own page', async () => {
    const head = aSha('3')
    const made = await plan(head, 'anonymous')
    const { byGate } = await statuses(made, head)
    expect(byGate.length).toBe(made.gates.length)
    expect(byGate.every((each) => each.endsWith(' missing') || each.endsWith(' stale'))).toBe(true)
  })

  it('says which gates the commit needs beside it', async () => {
    const head = aSha('4')
    const made = await plan(head)
    const smaller = { ...made, gates: made.gates.filter(({ id }) => id !== UNIT) }
    expect((await statuses(smaller, head)).beyond).toEqual([UNIT])
  })
})

describe('a plan says how the operating model has moved on', () => {
  it('not at all while the model is the one it was made by', async () => {
    expect(await findDrift(await plan(aSha('5')), await current())).toBeNull()
  })

  it('and which gates came and went when it has', async () => {
    const made = await plan(aSha('6'))
    const lane = READY_LANE.replace('    - { id: ledger, run: make ledger }\n', '    - { id: audit, run: make audit }\n')
    await storeReadyModel({ sources: { [BILLING_LANE]: lane } })
    const drift = await findDrift(made, await current())
    expect(drift).toMatchObject({ added: [{ id: 'platform-billing/local/audit' }], removed: [{ id: LEDGER }] })
    expect(await findDrift(made, await current())).toBe(drift)
    expect((await statuses(made, aSha('6'))).gates.find(({ gate }) => gate === LEDGER)).toMatchObject({ satisfied: false })
  })

  it('but a change of thousands of files is not compared while somebody waits for a page', async () => {
    const made = await plan(aSha('7'))
    const files = Array.from({ length: 2001 }, (_, at) => ({ ...(made.files[0] as GatePlan['files'][number]), path: `f${at}` }))
    expect(await findDrift({ ...made, files, modelDigest: 'sha256:another' }, await current())).toBe('too-large')
  })
})
