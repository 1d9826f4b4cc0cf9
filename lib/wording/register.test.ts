import { describe, expect, it } from 'vitest'
import { STATUSES } from '#lib/model/status.ts'
import { aRegisterLine } from '#test/builders/a-register-line.ts'
import { proofWord } from './proof-word.ts'
import { registerCsv } from './register-csv.ts'

const SKIP = aRegisterLine({ because: ['=HYPERLINK("x")'], proofs: [{ id: 'validated-source', status: 'passed', reasons: [] }] })

describe('"A skip is never counted, drawn, exported or badged as passed"', () => {
  it('an accepted skip is exported as a declared skip, its proof as holding, whatever its gate came to', () => {
    const [, row = ''] = registerCsv([SKIP], '2026-11-24T12:00:00.000Z').split('\r\n')
    expect(row).not.toMatch(/passed/i)
    expect(row).toContain(',declared-skip,accepted,web/smoke/navigation,web,hotfix-fast,')
    expect(row).toContain(',holds,unknown,unknown,unknown,unknown,')
  })

  it('a refused one says why', () => {
    expect(registerCsv([{ ...SKIP, state: 'refused', refusal: 'expired' }], '')).toContain(',refused: expired,')
  })

  it('no word of a proof is "passed", and each status has one of its own', () => {
    const words = STATUSES.map(proofWord)
    expect(words).not.toContain('passed')
    expect(new Set(words).size).toBe(STATUSES.length)
  })

  it('nothing in a line acts in a spreadsheet', () => {
    expect(registerCsv([SKIP], '')).toContain(`"'=HYPERLINK(""x"")"`)
  })
})
