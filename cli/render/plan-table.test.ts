import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPlan } from '#test/cli/a-plan.ts'
import { renderPlanTable } from './plan-table.ts'
import { chooseStyle, PLAIN_STYLE } from './style.ts'

const plain = { style: PLAIN_STYLE, width: 80 }
const LEDGER = 'packages/platform/billing/ledger.go'

describe('a plan in the terminal', () => {
  it('says first what has no owner and who must review, then the gates by layer', () => {
    const text = renderPlanTable(aPlan([LEDGER, 'tools/x.sh']), plain)
    const order = [
      '1 PATH WITHOUT AN OWNER',
      '  tools/x.sh\n',
      'ARCHITECTURE REVIEW REQUIRED',
      'GLOBAL CONTRACT',
      'DOMAIN-LOCAL',
      'CONSUMER SMOKE',
      'Not required',
    ]
    expect(order.map((part) => text.indexOf(part))).toEqual(order.map((part) => text.indexOf(part)).sort((a, b) => a - b))
    expect(order.filter((part) => !text.includes(part))).toEqual([])
  })

  it('gives each gate its first chain (file, map row, rule) and counts the others', () => {
    const text = renderPlanTable(aPlan([LEDGER, 'packages/platform/billing/rating.go', 'packages/platform/billing/tax.go']), plain)
    expect(text).toContain(`platform-billing/local/unit
    packages/platform/billing/ledger.go, and 2 more
    -> package-ownership.md:5 -> shared-service
`)
    expect(text).toContain('every change -> platform-billing.yaml:10 -> always, and 1 more\n')
  })

  it('counts every gate that is required and every one that is not', () => {
    const plan = aPlan([LEDGER])
    const text = renderPlanTable(plan, plain)
    expect(text).toContain(`${plan.gates.length} gates required by 1 changed path, ${plan.notRequired.length} not`)
    for (const gate of plan.gates) expect(text).toContain(gate.id)
  })

  it('keeps the lines of gates within 80 columns, however long the paths are', () => {
    const text = renderPlanTable(aPlan([`packages/platform/billing/${'very-long-folder/'.repeat(12)}ledger_test_helpers.go`]), plain)
    const gates = text.slice(text.indexOf('GLOBAL CONTRACT'))
    expect(gates.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(gates).toContain('...')
  })

  it('puts errors in front: they are why broad gates follow', () => {
    const broken = {
      file: 'maps/package-ownership.md',
      line: 3,
      column: 1,
      code: 'table-malformed',
      severity: 'error',
      message: 'The table ends early.',
      hint: '',
    } as const
    const text = renderPlanTable(aPlan([LEDGER], { diagnostics: [broken] }), plain)
    expect(text.indexOf('1 ERROR, so broad gates follow')).toBeLessThan(text.indexOf('GLOBAL CONTRACT'))
    expect(text).toContain('maps/package-ownership.md:3:1 error table-malformed The table ends early.')
  })

  it('shows what the proposed model would alter, and that it does not decide', () => {
    const proposed = { modelDigest: 'sha256:1', gatesAdded: ['global/new'], gatesRemoved: ['global/contracts'], diagnostics: [] }
    const text = renderPlanTable({ ...aPlan([LEDGER]), proposed }, plain)
    expect(text).toContain('the model of its base decides')
    expect(text).toContain('  + global/new\n  - global/contracts\n')
  })

  it('lets no name move the cursor, hide text or colour the terminal', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 4 }), (paths) => {
        const text = renderPlanTable(aPlan(paths), plain)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/)
      }),
      { numRuns: 300 },
    )
  })

  it('says the same without colour', () => {
    const plan = aPlan([LEDGER, 'tools/x.sh'])
    const coloured = renderPlanTable(plan, { style: chooseStyle({ FORCE_COLOR: '1' }, false), width: 80 })
    expect(coloured).toContain('\u001b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of a terminal begin with one
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderPlanTable(plan, plain))
  })
})
