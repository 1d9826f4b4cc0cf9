import { describe, expect, it } from 'vitest'
import { aCompiledModel, aLane, aRow } from '#test/builders/a-model.ts'
import { measureCoverage } from './measure-coverage.ts'

const rows = [
  aRow('billing', 'packages/billing/**', { line: 5 }),
  aRow('iam', 'packages/iam/**', { line: 6 }),
  aRow('iam', 'packages/gone/**', { line: 7 }),
  aRow('billing', 'db/billing/**', { kind: 'schema', column: 'migration', line: 5 }),
  aRow('iam', 'db/billing/**', { kind: 'schema', column: 'migration', line: 6 }),
]
const tree = [
  'packages/billing/a.go',
  'packages/billing/b.go',
  'packages/iam/c.go',
  'db/billing/1.sql',
  'Makefile',
  'tools/x.sh',
  'tools/y.sh',
]
const coverage = measureCoverage(aCompiledModel({ rows, lanes: [aLane('billing'), aLane('iam')] }), tree)

describe('what the six maps own of the tracked files', () => {
  it('counts add up to the tracked files', () => {
    expect(coverage.owned + coverage.unmappedCount).toBe(tree.length)
    expect(coverage.files).toBe(tree.length)
  })

  it('names what has no owner, and the folders where most of it lies', () => {
    expect(coverage.unmapped).toEqual(['Makefile', 'tools/x.sh', 'tools/y.sh'])
    expect(coverage.unmappedFolders).toEqual([
      { folder: 'tools', files: 2 },
      { folder: '.', files: 1 },
    ])
  })

  it('counts a file once for each domain and each map that owns it', () => {
    expect(coverage.domains).toEqual([
      { domain: 'billing', files: 3 },
      { domain: 'iam', files: 2 },
    ])
    expect(coverage.maps.map(({ map, files }) => [map, files])).toContainEqual(['schema', 1])
  })

  it('names the rows that own nothing', () => {
    expect(coverage.maps.find(({ map }) => map === 'package')?.deadRows).toEqual([
      { line: 7, domain: 'iam', patterns: ['packages/gone/**'] },
    ])
  })

  it('names the files that rows of equal rank give to different domains', () => {
    expect(coverage.conflictCount).toBe(1)
    expect(coverage.conflicts.map(({ path, map, owners }) => [path, map, owners.map((owner) => owner.domain)])).toEqual([
      ['db/billing/1.sql', 'schema', ['billing', 'iam']],
    ])
  })
})
