import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measureCoverage } from '#lib/rules/ownership/measure-coverage.ts'
import { listGates } from '#lib/rules/routing/gate-catalogue.ts'
import { planChange } from '#lib/rules/routing/plan-change.ts'
import { compileModel } from '#lib/usecases/compile-model.ts'
import { diskTree } from './builders/a-source-tree.ts'

const TRACKED = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .stdout.split('\0')
  .filter((path) => path !== '')
const COMPILED = compileModel(diskTree('.'), { name: 'elsewhere', tree: TRACKED })
const { model } = COMPILED

const COMMANDS = [...listGates(model).values()].flatMap(({ id, run }) => (run === null ? [] : [{ gate: id, run }]))

// Fairway and a portal are for others; this repository has neither.
const WITHOUT_COMMAND = ['global/fairway-evidence', 'global/portal-deploy', 'cli/evidence/uat']

describe('this repository is governed by itself', () => {
  it('its model reads without a diagnostic', () => {
    expect(model.diagnostics).toEqual([])
    expect(model.lanes.length).toBeGreaterThan(5)
  })

  it('every tracked file has an owner, and none has two by rows of equal rank', () => {
    const coverage = measureCoverage(COMPILED, TRACKED)
    expect(coverage.files).toBeGreaterThan(300)
    expect(coverage.unmapped).toEqual([])
    expect(coverage.conflicts).toEqual([])
  })

  it('every file is routed to gates, and each gate says how it is run', () => {
    const gates = [...listGates(model).values()]
    expect(gates.filter((gate) => gate.run === null).map((gate) => gate.id)).toEqual(WITHOUT_COMMAND)
    const files = TRACKED.map((path) => ({ path, change: 'modified' as const }))
    const plan = planChange(COMPILED, { base: null, head: null, profile: null, files, diagnostics: [] })
    expect(plan.gates.length).toBeGreaterThan(20)
    expect(plan.unmapped).toEqual([])
  })

  it('each command names only what is there', () => {
    const words = COMMANDS.flatMap(({ gate, run }) => run.split(' ').map((word) => ({ gate, word })))
    const places = words.filter(({ word }) => /^(lib|cli|app|components|test|scripts|bin|e2e)\b/.test(word))
    expect(places.length).toBeGreaterThan(20)
    expect(places.filter(({ word }) => !existsSync(word) && !TRACKED.some((path) => path.startsWith(word)))).toEqual([])
  })

  it('each test command finds tests: a gate that runs nothing is no gate', () => {
    const asked = COMMANDS.flatMap(({ gate, run }) => {
      const [, project = '', filters = ''] = /^npx vitest run --project (\w+)(.*)$/.exec(run) ?? []
      const all = filters.trim() === '' ? [''] : filters.trim().split(' ')
      return project === '' ? [] : all.map((filter) => ({ gate, project, filter }))
    })
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter(({ project, filter }) => !TRACKED.some((path) => projectOf(path) === project && path.includes(filter)))).toEqual([])
  })
})

function projectOf(path: string): string | null {
  if (!/^(lib|cli|components|test|app|scripts|bench)\/.*\.test\.tsx?$/.test(path)) return null
  if (path.endsWith('.db.test.ts')) return 'database'
  return path.endsWith('.properties.test.ts') ? 'properties' : 'unit'
}
