import { describe, expect, it } from 'vitest'
import { foldersOf, proposedTable } from './proposed-table.ts'

describe('a file without an owner comes with the row that would give it one', () => {
  it('is a table of its own, with one pattern a folder', () => {
    expect(proposedTable(['tools/x.sh', 'tools/y.sh', 'go.mod'], 'release-engineering')).toBe(
      '| Path | Domain |\n| --- | --- |\n| `tools/**` | release-engineering |\n| `go.mod` | release-engineering |',
    )
  })

  it('keeps a bar in a path from ending the cell', () => {
    expect(proposedTable(['a|b'], 'x')).toContain('| `a\\|b` | x |')
  })

  it('does not turn a folder with wildcard characters into a pattern that means more', () => {
    expect(foldersOf(['odd*name/x.ts'])).toEqual(['odd*name/x.ts'])
  })
})
