import { describe, expect, it } from 'vitest'
import type { SourceTree } from '#lib/model/source-tree.ts'
import { readOperatingModel } from './operating-model.ts'

const MAPS = 'doc/architecture/platform-foundation/ownership-maps'
const LANES = 'doc/architecture/platform-foundation/domain-lanes'

function treeOf(files: Readonly<Record<string, string>>): SourceTree {
  return {
    read: (path) => (files[path] === undefined ? null : new TextEncoder().encode(files[path])),
    list: (folder) =>
      Object.keys(files)
        .filter((path) => path.slice(0, path.lastIndexOf('/')) === folder)
        .sort(),
  }
}

function read(files: Readonly<Record<string, string>>) {
  const model = readOperatingModel(treeOf(files), 'monorepo')
  return { model, told: model.diagnostics.map(({ file, line, code, severity }) => `${file.split('/').at(-1)}:${line} ${code} ${severity}`) }
}

const MAP = '| Path | Domain |\n|-|-|\n'
const lane = (id: string, more = '') => `domain_lane:\n  domain_id: ${id}\n${more}`

describe('contract 2: files in a governed repository', () => {
  it('an empty repository has a model, with a warning for each map and for the lanes', () => {
    const { model, told } = read({})
    expect(told).toEqual([
      'domain-lanes:1 no-lanes warning',
      'event-ownership.md:1 file-absent warning',
      'frontend-surface-ownership.md:1 file-absent warning',
      'package-ownership.md:1 file-absent warning',
      'route-ownership.md:1 file-absent warning',
      'schema-ownership.md:1 file-absent warning',
      'worker-binary-ownership.md:1 file-absent warning',
    ])
    expect(model).toMatchObject({
      repository: 'monorepo',
      files: [],
      lanes: [],
      profiles: [],
      packets: [],
      guardBaseline: [],
      guardAllowedDebt: [],
    })
    expect(model.maps.map((map) => `${map.kind} ${map.state}`)).toEqual([
      'package absent',
      'route absent',
      'schema absent',
      'event absent',
      'worker-binary absent',
      'frontend-surface absent',
    ])
    expect(model.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('reads every file from its usual place', () => {
    const { model } = read({
      [`${MAPS}/package-ownership.md`]: `${MAP}| \`a/**\` | billing |`,
      [`${LANES}/billing.yaml`]: lane('billing'),
      [`${LANES}/iam.yml`]: lane('iam'),
      [`${LANES}/README.md`]: '# Lanes',
      [`${LANES}/old/gone.yaml`]: lane('gone'),
      'doc/governance/release-profiles.yaml': 'profiles:\n  full: { kind: full, mode: enforcing }',
      'doc/governance/routing-rules.yaml': 'rules: [{ id: r, gates: [global/x] }]',
      '.fairway/artifacts/platform-shared-services-extraction-packets.yaml':
        'schema: lanekeeper.extraction-packets.v1\npackets: [{ domain_id: billing }]',
      'doc/architecture/platform-foundation/guard-fingerprint-baseline.tsv':
        'fingerprint\tguard\trule\tpath\tfirst_seen\nf\tg\tr\tp\t2026-01-01\n',
      'doc/architecture/platform-foundation/guard-allowed-debt.tsv':
        'fingerprint\towner\treason\texpires\tfairway_task\nf\to\tr\t2026-01-01\tT\n',
    })
    expect(model.diagnostics.filter(({ code }) => code !== 'file-absent')).toEqual([])
    expect(model.lanes.map(({ domainId }) => domainId)).toEqual(['billing', 'iam'])
    expect(
      [model.maps[0]?.rows, model.profiles, model.routingRules.rules, model.packets, model.guardBaseline, model.guardAllowedDebt].map(
        (all) => all?.length,
      ),
    ).toEqual([1, 1, 1, 1, 1, 1])
    expect(model.files).toHaveLength(8)
  })

  it('reads from where lanekeeper.yaml says, and is an error when a file it names is not there', () => {
    const { model, told } = read({
      'lanekeeper.yaml': 'repository: ours\nownership_maps: maps\nrelease_profiles: profiles.yaml\n',
      'maps/package-ownership.md': `${MAP}| \`a\` | b |`,
    })
    expect(model.repository).toBe('ours')
    expect(model.maps[0]?.rows).toHaveLength(1)
    expect(told).toContain('profiles.yaml:1 file-absent error')
    expect(told).not.toContain('routing-rules.yaml:1 file-absent error')
  })

  it('uses the defaults beside the errors of a faulty lanekeeper.yaml', () => {
    const { model, told } = read({
      'lanekeeper.yaml': 'repository: ours\nownership_maps: /maps\n',
      [`${MAPS}/package-ownership.md`]: `${MAP}| \`a\` | b |`,
    })
    expect(model.repository).toBe('monorepo')
    expect(model.maps[0]?.state).toBe('read')
    expect(told).toContain('lanekeeper.yaml:2 invalid-value error')
  })

  it('reports all faults of all files at once, in the order of their place', () => {
    const { told } = read({
      [`${MAPS}/package-ownership.md`]: `${MAP}| \`!a\` | b |\n| \`/c\` | D |`,
      [`${LANES}/x.yaml`]: 'domain_lane: [',
      'doc/governance/release-profiles.yaml': 'profiles:\n  full: { kind: whole, mode: enforcing }',
    })
    expect(told.filter((one) => one.endsWith(' error'))).toEqual([
      'x.yaml:1 yaml-syntax error',
      'package-ownership.md:3 pattern-negated error',
      'package-ownership.md:4 pattern-absolute error',
      'package-ownership.md:4 domain-invalid error',
      'release-profiles.yaml:2 invalid-value error',
    ])
  })
})

describe('what lanes say that cannot all be meant', () => {
  it('two lanes of one domain are an error, and both are kept', () => {
    const { model, told } = read({
      [`${LANES}/a.yaml`]: lane('billing', '  global_gates: [x]'),
      [`${LANES}/b.yaml`]: lane('billing', '  global_gates: [y]'),
    })
    expect(model.lanes).toHaveLength(2)
    expect(told).toContain('b.yaml:2 duplicate-id error')
  })

  it('a global gate that is run in two ways is a warning', () => {
    const gate = (run: string) => `  global_gates:\n    - { id: codegen, run: ${run} }`
    const files = {
      [`${LANES}/a.yaml`]: lane('a', gate('make a')),
      [`${LANES}/b.yaml`]: lane('b', gate('make b')),
      [`${LANES}/c.yaml`]: lane('c', '  global_gates: [codegen]'),
    }
    expect(read(files).told.filter((one) => one.includes('gate-conflict'))).toEqual(['b.yaml:4 gate-conflict warning'])
    const withRule = { ...files, 'doc/governance/routing-rules.yaml': 'gates: [{ id: codegen, run: make b }]' }
    expect(read(withRule).told.filter((one) => one.includes('gate-conflict'))).toEqual(['a.yaml:4 gate-conflict warning'])
  })

  it('domain ids that differ only in separators are a warning', () => {
    const { told } = read({
      [`${LANES}/a.yaml`]: lane('platform-iam'),
      [`${MAPS}/package-ownership.md`]: `${MAP}| \`a\` | platform_iam |\n| \`b\` | platform-iam |\n| \`c\` | platform_iam |`,
    })
    expect(told.filter((one) => one.includes('look-alike'))).toEqual(['package-ownership.md:3 id-look-alike warning'])
  })
})

describe('the digest of a model', () => {
  const files = { 'lanekeeper.yaml': 'version: 1\n', [`${LANES}/a.yaml`]: lane('a') }

  it('is the same for the same files, whatever else is in the repository', () => {
    expect(read({ ...files, 'src/main.ts': 'x' }).model).toEqual(read(files).model)
  })

  it('changes with any byte or path of any file, and with a fault', () => {
    const { digest } = read(files).model
    expect(read({ ...files, 'lanekeeper.yaml': 'version: 1\n\n' }).model.digest).not.toBe(digest)
    expect(read({ 'lanekeeper.yaml': 'version: 1\n', [`${LANES}/b.yaml`]: lane('a') }).model.digest).not.toBe(digest)
    expect(read({ ...files, [`${MAPS}/event-ownership.md`]: '' }).model.digest).not.toBe(digest)
  })
})
