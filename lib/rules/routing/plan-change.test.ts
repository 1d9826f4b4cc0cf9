import { describe, expect, it } from 'vitest'
import type { Change } from '#lib/model/change.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { aChange } from '#test/builders/a-change.ts'
import { aCompiledModel, aGate, aLane, aPattern, aRow } from '#test/builders/a-model.ts'
import { planChange } from './plan-change.ts'

const billing = aLane('platform-billing', { paths: ['packages/platform/billing/**'] })
const iam = aLane('platform-iam')
const gpuaas = aLane('gpuaas', { kind: 'product', dependsOn: ['platform-billing'] })
const web = aLane('web', { kind: 'frontend', dependsOn: ['platform-billing'] })
const rows = [
  aRow('platform-billing', 'packages/platform/billing/**'),
  aRow('platform-iam', 'packages/platform/iam/**'),
  aRow('gpuaas', 'packages/products/gpuaas/**'),
  aRow('web', 'packages/web/**', { kind: 'frontend-surface' }),
  aRow('platform-billing', 'doc/api/billing.yaml', { kind: 'route', column: 'spec', consumers: ['platform-iam'] }),
  aRow('platform-billing', 'packages/platform/billing/http/**', { kind: 'route', column: 'handler' }),
  aRow('platform-billing', 'db/migrations/billing/**', { kind: 'schema', column: 'migration' }),
  aRow('platform-billing', 'doc/architecture/**Billing**'),
]
const platform = { rows, lanes: [billing, iam, gpuaas, web] }

function plan(paths: readonly string[], given: Partial<Change> = {}, model: Parameters<typeof aCompiledModel>[0] = platform): GatePlan {
  return planChange(aCompiledModel(model), aChange(paths, given))
}

function gateIds(found: GatePlan): string[] {
  return found.gates.map((gate) => gate.id)
}

describe('OM-7: global gates remain mandatory', () => {
  it('requires every global gate that any lane lists, whatever changes', () => {
    expect(gateIds(plan(['packages/platform/iam/token.go']))).toContain('global/contracts')
  })

  it('says which lane lists it, by file and line', () => {
    const gate = plan(['packages/platform/iam/token.go']).gates.find((each) => each.id === 'global/contracts')
    expect(gate?.reasons.map((reason) => [reason.code, reason.declared])).toContainEqual([
      'route.always',
      { file: 'lanes/gpuaas.yaml', line: 10 },
    ])
  })
})

describe('OM-46, OM-47, OM-48, OM-49: Contract/API/event change: global contract gates, codegen, affected domain-local tests, all listed consumer smokes', () => {
  const found = plan(['doc/api/billing.yaml'])

  it('is a contract because the route map names it as a specification', () => {
    expect(found.classes).toEqual(['contract'])
  })

  it('brings the owner, the consumers its row names and the domains that depend on it', () => {
    expect(gateIds(found)).toEqual(
      expect.arrayContaining([
        'global/codegen',
        'platform-billing/local/unit',
        'platform-billing/smoke/precheck',
        'platform-iam/local/unit',
        'gpuaas/local/unit',
        'web/local/unit',
      ]),
    )
  })

  it('does not ask for service evidence, and says so', () => {
    expect(found.notRequired.map((gate) => gate.id)).toContain('platform-billing/evidence/release-profile')
  })

  it('a handler is code of its domain, not the specification', () => {
    expect(plan(['packages/platform/billing/http/invoice.go']).classes).toEqual(['shared-service'])
  })

  it('a file that a lane claims and that reads as an API description is a contract too', () => {
    expect(plan(['packages/platform/billing/openapi.yaml']).classes).toEqual(['contract', 'shared-service'])
  })
})

describe('OM-50, OM-51, OM-52, OM-53: Schema/seed change: schema drift guard, migration validation, affected domain tests, API/read-model smoke', () => {
  it('routes a migration to just these', () => {
    const found = plan(['db/migrations/billing/0042_invoice.sql'])
    expect(found.classes).toEqual(['schema'])
    expect(gateIds(found)).toEqual([
      'global/contracts',
      'global/migration-validation',
      'global/schema-drift-guard',
      'platform-billing/local/unit',
      'global/api-read-model-smoke',
    ])
  })
})

describe('OM-54, OM-55, OM-56, OM-57: Platform shared-service package change: global boundary guard, domain-local tests, consumer smokes, service evidence if production-impacting', () => {
  it('routes code to all four layers', () => {
    expect(gateIds(plan(['packages/platform/billing/ledger.go']))).toEqual([
      'global/boundary_guard',
      'global/contracts',
      'platform-billing/local/unit',
      'platform-billing/smoke/precheck',
      'platform-billing/evidence/release-profile',
    ])
  })

  it.each(['packages/platform/billing/ledger_test.go', 'packages/platform/billing/README.md'])(
    '%s alone cannot reach production',
    (path) => {
      const found = plan([path])
      expect(gateIds(found)).not.toContain('platform-billing/evidence/release-profile')
      const omitted = found.notRequired.find((gate) => gate.id === 'platform-billing/evidence/release-profile')
      expect(omitted?.because).toBe('only tests and documentation of platform-billing change')
    },
  )

  it('a test beside code does not take the evidence away', () => {
    const found = plan(['packages/platform/billing/ledger_test.go', 'packages/platform/billing/ledger.go'])
    expect(gateIds(found)).toContain('platform-billing/evidence/release-profile')
  })
})

describe('OM-58, OM-59, OM-60: Product package change: product-local tests, affected shared-service consumer smokes, UAT evidence if user/runtime flow changes', () => {
  it('brings the smokes of the shared services it consumes', () => {
    expect(gateIds(plan(['packages/products/gpuaas/launch.go']))).toEqual([
      'global/boundary_guard',
      'global/contracts',
      'gpuaas/local/unit',
      'gpuaas/smoke/precheck',
      'platform-billing/smoke/precheck',
      'gpuaas/evidence/uat',
    ])
  })

  it('leaves out a smoke that is for another consumer', () => {
    const smokes = [aGate('consumer-smoke', 'platform-billing', 'for-web', { consumer: 'web' })]
    const found = plan(['packages/products/gpuaas/launch.go'], {}, { rows, lanes: [{ ...billing, gates: smokes }, gpuaas] })
    expect(gateIds(found)).not.toContain('platform-billing/smoke/for-web')
  })

  it('counts every shared service when the product does not say what it depends on', () => {
    const found = plan(['packages/products/gpuaas/launch.go'], {}, { rows, lanes: [billing, iam, { ...gpuaas, dependsOn: null }] })
    expect(gateIds(found)).toEqual(expect.arrayContaining(['platform-billing/smoke/precheck', 'platform-iam/smoke/precheck']))
  })

  it('asks for no UAT evidence when only a test changes', () => {
    expect(gateIds(plan(['packages/products/gpuaas/launch_test.go']))).not.toContain('gpuaas/evidence/uat')
  })
})

describe('OM-61, OM-62, OM-63: Frontend page-family change: frontend focused tests, source docs/UX gate, affected API smoke when data contract changes', () => {
  it('runs the page family and the UX gate', () => {
    expect(gateIds(plan(['packages/web/app/(billing)/[id]/page.tsx']))).toEqual(['global/contracts', 'global/docs-ux', 'web/local/unit'])
  })

  it('runs the API smokes as well when a contract changes with it', () => {
    const found = plan(['packages/web/app/page.tsx', 'doc/api/billing.yaml'])
    expect(gateIds(found)).toEqual(expect.arrayContaining(['web/smoke/precheck', 'global/api-read-model-smoke']))
  })
})

describe('OM-64, OM-65, OM-66, OM-67: CI/CD/profile change: release profile resolver, preflight smoke, evidence gate, dry-run or validation-only profile', () => {
  it.each(['.github/workflows/ci.yml', 'maps/package-ownership.md', 'lanes/web.yaml', 'lanekeeper.yaml', 'release-profiles.yaml'])(
    '%s can change what is checked',
    (path) => {
      const found = plan([path])
      expect(found.classes).toEqual(['cicd', 'unmapped'])
      expect(gateIds(found)).toEqual(
        expect.arrayContaining(['global/release-profile-resolver', 'global/preflight-smoke', 'global/evidence-gate']),
      )
    },
  )

  it('warns when the profile would really release it', () => {
    const full = {
      id: 'platform-control',
      kind: 'full',
      mode: 'enforcing',
      maySkip: [],
      smoke: null,
      maxEvidenceAgeSeconds: null,
      rollbackGate: null,
      file: 'release-profiles.yaml',
      line: 2,
    } as const
    const found = plan(['lanekeeper.yaml'], { profile: 'platform-control' }, { ...platform, profiles: [full] })
    expect(found.diagnostics.map((each) => each.code)).toContain('profile-not-validation-only')
  })
})

describe('OM-68, OM-69, OM-70, OM-71: Docs-only architecture change: source-doc validation, portal build, Fairway evidence; no deploy unless generated portal artifacts ship', () => {
  it('runs no domain gate', () => {
    const found = plan(['doc/architecture/platform-foundation/Platform_Billing_v1.md'])
    expect(found.classes).toEqual(['docs'])
    expect(gateIds(found)).toEqual(['global/contracts', 'global/portal-build', 'global/source-doc-validation', 'global/fairway-evidence'])
  })

  it('deploys when a generated portal artifact changes', () => {
    const portal = [...rows, aRow('platform-billing', 'doc/portal/**')]
    const found = plan(['doc/portal/index.html'], {}, { ...platform, rows: portal })
    expect(gateIds(found)).toContain('global/portal-deploy')
  })
})

describe('OM-19, OM-20: If a file cannot be mapped to an owner, the change must run broad global gates and require architecture review', () => {
  const found = plan(['packages/platform/billing/ledger.go', 'tools/x.sh'])

  it('runs every global gate there is', () => {
    const notGlobal = found.notRequired.filter((gate) => gate.id.startsWith('global/'))
    expect(notGlobal).toEqual([])
    expect(found.gates.filter((gate) => gate.id.startsWith('global/')).length).toBeGreaterThan(12)
  })

  it('names the file and asks architecture', () => {
    expect(found.unmapped).toEqual(['tools/x.sh'])
    expect(found.reviews).toEqual([{ domain: 'architecture', because: 'one file has no owner in any map', files: ['tools/x.sh'] }])
  })

  it('keeps what the other file brings', () => {
    expect(gateIds(found)).toContain('platform-billing/evidence/release-profile')
  })
})

describe('OM-9: a lane path is not ownership', () => {
  const claimed = { ...platform, lanes: [{ ...billing, sourcePaths: [{ pattern: aPattern('tools/billing/**'), line: 4 }] }, iam] }
  const found = plan(['tools/billing/fix.sh'], {}, claimed)

  it('still leaves the file unmapped', () => {
    expect(found.unmapped).toEqual(['tools/billing/fix.sh'])
  })

  it('but brings every gate of that lane', () => {
    expect(gateIds(found)).toEqual(
      expect.arrayContaining([
        'platform-billing/local/unit',
        'platform-billing/smoke/precheck',
        'platform-billing/evidence/release-profile',
      ]),
    )
  })

  it('and warns at the line of the lane', () => {
    expect(found.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'lane-path-not-owned', file: 'lanes/platform-billing.yaml', line: 4 }),
    )
  })
})

describe('A fault means broad gates and a diagnostic, never "nothing affected"', () => {
  it('a map that does not parse makes every path it might own unmapped and drops nothing', () => {
    const well = plan(['packages/platform/billing/ledger.go'])
    const faulty = plan(['packages/platform/billing/ledger.go'], {}, { ...platform, rows: rows.slice(1), faultyMap: 'package' })
    expect(gateIds(faulty)).toEqual(expect.arrayContaining(gateIds(well)))
    expect(faulty.unmapped).toEqual(['packages/platform/billing/ledger.go'])
    expect(faulty.reviews.map((review) => review.domain)).toEqual(['architecture'])
  })

  it('an empty list of files runs everything', () => {
    const found = plan([])
    expect(found.notRequired).toEqual([])
    expect(found.diagnostics.map((each) => each.code)).toContain('change-empty')
  })

  it('an owner without a lane runs every global gate', () => {
    const found = plan(['packages/platform/iam/token.go'], {}, { ...platform, lanes: [billing] })
    expect(found.notRequired.filter((gate) => gate.id.startsWith('global/'))).toEqual([])
    expect(found.unmapped).toEqual([])
  })
})

describe('OM-75, OM-76, OM-78: a release profile adds what it needs itself', () => {
  const fast = {
    id: 'hotfix-fast',
    kind: 'fast',
    mode: 'enforcing',
    maySkip: ['consumer-smoke'],
    smoke: 'global/hotfix-smoke',
    maxEvidenceAgeSeconds: 72 * 3600,
    rollbackGate: 'global/rollback-drill',
    file: 'release-profiles.yaml',
    line: 3,
  } as const

  it('routes its smoke and its rollback gate, which exist by being named', () => {
    const found = plan(['packages/platform/iam/token.go'], { profile: 'hotfix-fast' }, { ...platform, profiles: [fast] })
    expect(found.gates.map((gate) => [gate.id, gate.layer])).toEqual(
      expect.arrayContaining([
        ['global/hotfix-smoke', 'consumer-smoke'],
        ['global/rollback-drill', 'service-evidence'],
      ]),
    )
  })

  it('never takes a gate away: what may be skipped is still required', () => {
    const usual = gateIds(plan(['packages/platform/iam/token.go'], {}, { ...platform, profiles: [fast] }))
    const skipping = gateIds(plan(['packages/platform/iam/token.go'], { profile: 'hotfix-fast' }, { ...platform, profiles: [fast] }))
    expect(skipping).toEqual(expect.arrayContaining(usual))
  })
})

describe('The repository’s own routing rules only add', () => {
  it('adds gates and reviews where class, path and domain agree', () => {
    const rule = {
      id: 'ledger',
      classes: ['shared-service'],
      paths: [aPattern('packages/platform/billing/ledger*')],
      domains: ['platform-billing'],
      gates: ['global/ledger-audit'],
      reviews: ['security'],
      file: 'routing-rules.yaml',
      line: 7,
    } as const
    const model = { ...platform, routingRules: { gates: [], rules: [rule], portalArtifacts: [] } }
    const found = plan(['packages/platform/billing/ledger.go'], {}, model)
    expect(gateIds(found)).toContain('global/ledger-audit')
    expect(found.reviews).toEqual([
      { domain: 'security', because: "the repository's rule ledger asks for it", files: ['packages/platform/billing/ledger.go'] },
    ])
    expect(gateIds(plan(['packages/platform/iam/token.go'], {}, model))).not.toContain('global/ledger-audit')
  })
})

describe('The plan says why', () => {
  it('gives each gate the chain file, map row, rule and declaring line', () => {
    const gate = plan(['packages/platform/billing/ledger.go']).gates.find((each) => each.id === 'platform-billing/local/unit')
    expect(gate?.reasons).toEqual([
      {
        code: 'route.shared-service',
        text: 'platform-billing is a shared service that changes: its domain-local gates run',
        file: 'packages/platform/billing/ledger.go',
        map: { file: 'maps/package-ownership.md', line: 5 },
        rule: 'shared-service',
        declared: { file: 'lanes/platform-billing.yaml', line: 10 },
      },
    ])
  })

  it('keeps every chain, not only the first', () => {
    const gate = plan(['packages/platform/billing/a.go', 'packages/platform/billing/b.go']).gates.find(
      (each) => each.id === 'platform-billing/local/unit',
    )
    expect(gate?.reasons.map((reason) => reason.file)).toEqual(['packages/platform/billing/a.go', 'packages/platform/billing/b.go'])
  })

  it('gives every gate that is left out a sentence', () => {
    for (const gate of plan(['packages/platform/iam/token.go']).notRequired) expect(gate.because.length).toBeGreaterThan(15)
  })
})
