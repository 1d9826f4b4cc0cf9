import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DIAGNOSTIC_CODES } from '#lib/model/diagnostic.ts'

const rows = readFileSync('docs/diagnostics.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

describe('docs/diagnostics.md explains every code a diagnostic can carry', () => {
  it('has one row per code, and no other', () => {
    expect(rows.map(([code]) => code?.replaceAll('`', ''))).toEqual([...DIAGNOSTIC_CODES])
  })

  it('says of each how severe it is, when it comes and what to do', () => {
    for (const row of rows) {
      expect(row).toHaveLength(4)
      expect(['error', 'warning', 'warning or error']).toContain(row[1])
      for (const cell of row.slice(2)) expect(cell).toMatch(/\.$/)
    }
  })
})
