import { describe, expect, it } from 'vitest'
import type { GatePlan, GateReason } from '#lib/model/gate-plan.ts'
import { viewGates } from './gate-view.ts'

const MAP = 'maps/package-ownership.md'

const aFile = (path: string, line = 14): GatePlan['files'][number] => ({
  path,
  change: 'modified',
  domains: ['platform-billing'],
  owners: [{ map: 'package', file: MAP, line, pattern: 'packages/platform/billing/**', domain: 'platform-billing' }],
  classes: ['shared-service'],
})

const aReason = (differs: Partial<GateReason> = {}): GateReason => ({
  code: 'route.shared-service',
  text: 'platform-billing is a shared service that changes',
  file: 'a.go',
  map: { file: MAP, line: 14 },
  rule: 'shared-service',
  declared: { file: 'lanes/platform-billing.yaml', line: 9 },
  ...differs,
})

const aGate = (id: string, reasons: readonly GateReason[]): GatePlan['gates'][number] => ({
  id,
  layer: 'domain-local',
  domain: 'platform-billing',
  title: id,
  run: null,
  reasons,
})

describe('every gate in a plan carries every chain that brought it (file → map row → class → rule)', () => {
  it('puts files together that come by the same row, rule and declaration', () => {
    const files = [aFile('a.go'), aFile('b.go'), aFile('c.go', 20)]
    const reasons = [aReason({ file: 'a.go' }), aReason({ file: 'b.go' }), aReason({ file: 'c.go', map: { file: MAP, line: 20 } })]
    const [gate] = viewGates({ files, gates: [aGate('x', reasons)] })
    expect(gate?.chains.map((chain) => [chain.owner?.line, chain.files])).toEqual([
      [14, [0, 1]],
      [20, [2]],
    ])
    expect(gate?.reasons).toBe(3)
  })

  it('names the class when the rule is the route of one, and not when it is a rule of the repository', () => {
    const [gate] = viewGates({
      files: [aFile('a.go')],
      gates: [aGate('x', [aReason(), aReason({ rule: 'two-pairs-of-eyes', map: null })])],
    })
    expect(gate?.chains.map((chain) => [chain.changeClass, chain.owner?.pattern ?? null])).toEqual([
      ['shared-service', 'packages/platform/billing/**'],
      [null, null],
    ])
  })

  it('has no file in a chain that every change brings', () => {
    const [gate] = viewGates({ files: [aFile('a.go')], gates: [aGate('global/x', [aReason({ file: null, map: null, rule: 'always' })])] })
    expect(gate?.chains[0]?.files).toEqual([])
  })

  it('gives the same list of files once, so that 400 files and 100 gates stay small', () => {
    const files = Array.from({ length: 400 }, (_, index) => aFile(`f${index}.go`))
    const reasons = files.map((file) => aReason({ file: file.path }))
    const gates = viewGates({ files, gates: Array.from({ length: 100 }, (_, index) => aGate(`g${index}`, reasons)) })
    const lists = gates.flatMap((gate) => gate.chains.map((chain) => chain.files))
    expect(lists).toHaveLength(100)
    expect(new Set(lists).size).toBe(1)
    expect(lists[0]).toHaveLength(400)
  })
})
