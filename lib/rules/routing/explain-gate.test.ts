import { describe, expect, it } from 'vitest'
import { aChange } from '#test/builders/a-change.ts'
import { aCompiledModel, aLane, aRow } from '#test/builders/a-model.ts'
import { explainGate } from './explain-gate.ts'
import { planChange } from './plan-change.ts'

const plan = planChange(
  aCompiledModel({ rows: [aRow('billing', 'packages/billing/**')], lanes: [aLane('billing'), aLane('iam')] }),
  aChange(['packages/billing/a.go']),
)

describe('why a gate is required, or the rule that left it out', () => {
  it('a required gate answers with its chains', () => {
    const found = explainGate(plan, 'billing/local/unit')
    expect(found).toMatchObject({ known: true, required: true, because: null })
    expect(found.reasons.map((reason) => reason.rule)).toEqual(['shared-service'])
  })

  it('one that is left out answers with the rule', () => {
    expect(explainGate(plan, 'iam/local/unit')).toMatchObject({
      known: true,
      required: false,
      because: 'no changed file belongs to iam, and nothing that changes reaches it',
    })
  })

  it('an unknown one answers with those that look like it', () => {
    const found = explainGate(plan, 'biling/local/unit')
    expect(found).toMatchObject({ known: false, required: false, because: null })
    expect(found.suggestions[0]).toBe('billing/local/unit')
  })
})
