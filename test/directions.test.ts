import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

interface Cruise {
  readonly summary: {
    readonly totalCruised: number
    readonly totalDependenciesCruised: number
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[]
  }
}

describe('a line of code knows its room', () => {
  it('nobody imports against the directions of docs/decisions/001, and the check has really looked', () => {
    const depcruise = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'
    const folders = ['lib', 'app', 'cli', 'components']
    const run = spawnSync(process.execPath, [depcruise, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    })
    const { summary } = JSON.parse(run.stdout) as Cruise
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
    expect(summary.totalCruised).toBeGreaterThan(150)
    expect(summary.totalDependenciesCruised).toBeGreaterThan(400)
  })
})
