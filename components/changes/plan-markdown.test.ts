import { describe, expect, it } from 'vitest'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { markdownCellCode, markdownCode } from './markdown-code.ts'
import { planMarkdown } from './plan-markdown.ts'

const aPlan = (differs: Partial<GatePlan> = {}): GatePlan => ({
  version: 1,
  repository: 'gpuaas-platform',
  modelDigest: 'sha256:ab',
  base: null,
  head: null,
  profile: null,
  files: [],
  classes: [],
  domains: [],
  unmapped: [],
  gates: [],
  notRequired: [],
  reviews: [],
  diagnostics: [],
  ...differs,
})

const aGate = (id: string, layer: GatePlan['gates'][number]['layer'], file: string | null): GatePlan['gates'][number] => ({
  id,
  layer,
  domain: null,
  title: id,
  run: null,
  reasons: [{ code: 'route.x', text: 'x', file, map: null, rule: 'x', declared: null }],
})

describe('a plan as a comment on a pull request', () => {
  it('names files without an owner and reviews before the gates', () => {
    const text = planMarkdown(
      aPlan({
        unmapped: ['tools/x.sh'],
        reviews: [{ domain: 'architecture', because: 'one file has no owner in any map', files: ['tools/x.sh'] }],
        gates: [aGate('global/contracts', 'contract-global', null)],
      }),
      'https://lanekeeper.example/changes/p1',
    )
    const order = ['1 file without an owner', '`tools/x.sh`', 'Architecture review', '`global/contracts`'].map((part) => text.indexOf(part))
    expect(order.every((position) => position > 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('orders gates by layer and says how many files bring each', () => {
    const text = planMarkdown(
      aPlan({ gates: [aGate('b/evidence/z', 'service-evidence', 'a.go'), aGate('global/a', 'contract-global', null)] }),
      '/changes/p1',
    )
    expect(text.indexOf('global/a')).toBeLessThan(text.indexOf('b/evidence/z'))
    expect(text).toContain('| every change |')
    expect(text).toContain('| 1 file |')
  })

  it('counts what it does not list', () => {
    const unmapped = Array.from({ length: 25 }, (_, index) => `f${index}`)
    expect(planMarkdown(aPlan({ unmapped }), '/x')).toContain('and 5 more')
  })

  it('never lets a path be markup', () => {
    expect(markdownCode('a`b``c')).toBe('``` a`b``c ```')
    expect(markdownCode('a|b\n# c <img>')).toBe('`a|b\\n# c <img>`')
    expect(markdownCellCode('a|b')).toBe('`a\\|b`')
  })
})
