import { describe, expect, it } from 'vitest'
import { proposedPatterns, proposedTable } from './proposed-table.ts'

describe('a file without an owner comes with the row that would give it one', () => {
  it('proposes one pattern a folder, and a file at the root by itself', () => {
    expect(proposedPatterns(['tools/x.sh', 'tools/y.sh', 'go.mod'])).toEqual(['tools/**', 'go.mod'])
  })

  it('proposes nothing that a map cannot say', () => {
    expect(proposedPatterns(['odd*name/x.ts', 'new\nline/x', `${'deep/'.repeat(200)}x`, 'a\u202eb/x'])).toEqual([])
  })

  it('stops where nobody would read on', () => {
    expect(proposedPatterns(Array.from({ length: 40 }, (_, index) => `f${index}/x`))).toHaveLength(12)
  })

  it('is a table of its own', () => {
    expect(proposedTable(['tools/**', 'a|b'], 'release-engineering')).toBe(
      '| Path | Domain |\n| --- | --- |\n| `tools/**` | release-engineering |\n| `a\\|b` | release-engineering |',
    )
  })
})
