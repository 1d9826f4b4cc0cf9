import { describe, expect, it } from 'vitest'
import type { Change } from '#lib/model/change.ts'
import { aChange } from '#test/builders/a-change.ts'
import { aCompiledModel, aGate, aLane, aRow } from '#test/builders/a-model.ts'
import { planChange } from './plan-change.ts'
import { planDrift } from './plan-drift.ts'

const LEDGER = ['packages/platform/billing/ledger.go']
const rows = [aRow('platform-billing', 'packages/platform/billing/**')]
const before = aCompiledModel({ rows, lanes: [aLane('platform-billing')] })

function drift(model: Parameters<typeof aCompiledModel>[0], given: Partial<Change> = {}) {
  const { added, removed } = planDrift(planChange(before, aChange(LEDGER, given)), aCompiledModel(model))
  return { added: added.map(({ id }) => id), removed: removed.map(({ id }) => id) }
}

describe('a plan says how it differs from one that was made today', () => {
  it('not at all by a model that asks for the same', () => {
    expect(drift({ rows, lanes: [aLane('platform-billing')] })).toEqual({ added: [], removed: [] })
  })

  it('by gates that the lane has got', () => {
    const lane = aLane('platform-billing')
    const more = { ...lane, gates: [...lane.gates, aGate('domain-local', 'platform-billing', 'ledger')] }
    expect(drift({ rows, lanes: [more] })).toEqual({ added: ['platform-billing/local/ledger'], removed: [] })
  })

  it('by gates that are gone, or that another rule leaves out now, each with why', () => {
    const lane = aLane('platform-billing')
    const fewer = { ...lane, gates: lane.gates.filter(({ id }) => id !== 'platform-billing/local/unit') }
    const plan = planChange(before, aChange(LEDGER))
    const { removed } = planDrift(plan, aCompiledModel({ rows, lanes: [fewer] }))
    expect(removed).toEqual([
      { id: 'platform-billing/local/unit', title: expect.any(String), because: 'the operating model has no such gate any more' },
    ])
  })

  it('keeps the broad gates of a list of files that could not be read whole', () => {
    const diagnostics = [
      { file: 'files', line: 1, column: 1, code: 'path-outside' as const, severity: 'error' as const, message: 'm', hint: 'h' },
    ]
    const lanes = [aLane('platform-billing'), aLane('platform-iam', {})]
    const broken = planChange(aCompiledModel({ rows, lanes }), aChange(LEDGER, { diagnostics }))
    const whole = planChange(aCompiledModel({ rows, lanes }), aChange(LEDGER))
    expect(broken.gates.length).toBeGreaterThanOrEqual(whole.gates.length)
    expect(planDrift(broken, aCompiledModel({ rows, lanes }))).toMatchObject({ added: [], removed: [] })
  })
})
