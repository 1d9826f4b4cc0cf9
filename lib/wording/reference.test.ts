import { describe, expect, it } from 'vitest'
import { parseReference } from './reference.ts'

describe('what a reason rests on', () => {
  it('is evidence, a skip, a run or a gate by its id', () => {
    expect(parseReference('evidence:018f')).toEqual({ kind: 'evidence', id: '018f' })
    expect(parseReference('gate:platform-billing/smoke/ledger-invariant')).toEqual({
      kind: 'gate',
      id: 'platform-billing/smoke/ledger-invariant',
    })
    expect(parseReference('skip:1')).toEqual({ kind: 'skip', id: '1' })
    expect(parseReference('run:github-actions:7')).toEqual({ kind: 'run', id: 'github-actions:7' })
  })

  it('is a line of a file, whatever colons its path has', () => {
    expect(parseReference('file:doc/a:b.yaml:12')).toEqual({ kind: 'file', place: { file: 'doc/a:b.yaml', line: 12 } })
  })

  it.each(['', 'evidence:', 'file:doc/a.yaml', 'somebody said so', 'Evidence:1', 'toString:1'])('%j stays the text it is', (text) => {
    expect(parseReference(text)).toEqual({ kind: 'other', text })
  })
})
