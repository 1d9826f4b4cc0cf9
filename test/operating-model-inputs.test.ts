import { describe, expect, it } from 'vitest'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import { planChange } from '#lib/rules/routing/plan-change.ts'
import { compileModel } from '#lib/usecases/compile-model.ts'
import { aSourceTree } from './builders/a-source-tree.ts'

const FOUNDATION = 'doc/architecture/platform-foundation'
const MAPS = `${FOUNDATION}/ownership-maps`

// The operating model's own example, letter for letter.
const BILLING_LANE = `domain_lane:
  domain_id: platform-billing
  source_paths:
    - packages/platform/billing/**
    - cmd/billing-worker/**
    - doc/api/**billing**
    - doc/architecture/**Billing**
  global_gates:
    - contracts
    - codegen
    - boundary_guard
    - security_baseline
  domain_local_gates:
    - go test ./packages/platform/billing ./cmd/billing-worker
    - migration/schema drift checks for billing-owned tables
    - ledger invariant tests
  consumer_smokes:
    - GPUaaS launch billing precheck
    - App runtime usage attribution
  service_evidence:
    - release profile evidence
    - degradation harness
    - reconciliation evidence
    - rollback posture
`

const WEB_LANE = `domain_lane:
  domain_id: web
  kind: frontend
  depends_on: []
  source_paths: [packages/web/**]
  domain_local_gates: [page-family tests]
`

const SOURCES = {
  [`${FOUNDATION}/domain-lanes/platform-billing.yaml`]: BILLING_LANE,
  [`${FOUNDATION}/domain-lanes/web.yaml`]: WEB_LANE,
  [`${MAPS}/package-ownership.md`]:
    '| Package | Domain | Owner |\n|---|---|---|\n| `packages/platform/billing/**`, `doc/architecture/**Billing**` | platform-billing | @billing |\n',
  [`${MAPS}/route-ownership.md`]:
    '| Route | Domain | Handler | Spec |\n|---|---|---|---|\n| POST /v1/prechecks | platform-billing | `api/prechecks.go` | `doc/api/**billing**` |\n',
  [`${MAPS}/schema-ownership.md`]: '| Table | Domain | Migration |\n|---|---|---|\n| ledger | platform-billing | `db/*_ledger.sql` |\n',
  [`${MAPS}/event-ownership.md`]: '| Event | Domain | Spec |\n|---|---|---|\n| usage.rated | platform-billing | `events/usage.yaml` |\n',
  [`${MAPS}/worker-binary-ownership.md`]:
    '| Binary | Domain | Binary path |\n|---|---|---|\n| billing-worker | platform-billing | `cmd/billing-worker/**` |\n',
  [`${MAPS}/frontend-surface-ownership.md`]:
    '| Surface | Domain | Surface path |\n|---|---|---|\n| Invoices | web | `packages/web/app/(billing)/[invoiceId]/**` |\n',
}

const COMPILED = compileModel(aSourceTree(SOURCES), { name: 'gpuaas-platform' })

function plan(path: string) {
  const files = [{ path, change: 'modified' as const }]
  const found = planChange(COMPILED, { base: null, head: null, profile: null, files, diagnostics: [] })
  return {
    owner: found.files[0]?.owners.map((each) => `${each.map} ${each.line}`),
    classes: found.classes,
    gates: found.gates.map((gate) => gate.id),
  }
}

describe('OM-1: a change is validated by who owns what it touches', () => {
  it('OM-10: the package map routes package tests to the owner', () => {
    const { owner, classes, gates } = plan('packages/platform/billing/ledger.go')
    expect([owner, classes]).toEqual([['package 3'], ['shared-service']])
    expect(gates).toContain('platform-billing/local/go-test-packages-platform-billing-cmd-billing-worker')
  })

  it('OM-11: the route map routes a handler to its domain’s gates, its smokes and the boundary guard', () => {
    const { owner, gates } = plan('api/prechecks.go')
    expect(owner).toEqual(['route 3'])
    expect(gates).toContain('platform-billing/smoke/gpuaas-launch-billing-precheck')
    expect(gates).toContain('global/boundary_guard')
  })

  it('OM-11: and a specification to the contract gates', () => {
    expect(plan('doc/api/v2/billing/precheck.yaml').classes).toEqual(['contract'])
  })

  it('OM-12: the schema map routes migration and drift checks', () => {
    const { owner, gates } = plan('db/0003_ledger.sql')
    expect(owner).toEqual(['schema 3'])
    expect(gates).toContain('global/schema-drift-guard')
    expect(gates).toContain('global/migration-validation')
    expect(gates).toContain('platform-billing/local/migration-schema-drift-checks-for-billing-owned-tables')
  })

  it('OM-13: the event map routes an event’s specification as a contract', () => {
    const { owner, classes } = plan('events/usage.yaml')
    expect([owner, classes]).toEqual([['event 3'], ['contract']])
  })

  it('OM-14: the worker-binary map routes a worker to its domain’s gates and evidence', () => {
    const { owner, gates } = plan('cmd/billing-worker/main.go')
    expect(owner).toEqual(['worker-binary 3'])
    expect(gates).toContain('platform-billing/evidence/rollback-posture')
  })

  it('OM-15: the frontend-surface map routes a page family, brackets and all', () => {
    const { owner, classes, gates } = plan('packages/web/app/(billing)/[invoiceId]/page.tsx')
    expect([owner, classes]).toEqual([['frontend-surface 3'], ['frontend']])
    expect(gates).toContain('web/local/page-family-tests')
  })
})

describe('the operating model’s own lane loads as it stands', () => {
  const lane = COMPILED.model.lanes.find((each) => each.domainId === 'platform-billing')
  const ids = (layer: GateLayer) => lane?.gates.filter((gate) => gate.layer === layer).map((gate) => gate.id)

  it('without a diagnostic', () => {
    expect(COMPILED.model.diagnostics).toEqual([])
  })

  it('OM-21, OM-22: its domain and the paths it claims', () => {
    expect(lane?.domainId).toBe('platform-billing')
    expect(lane?.sourcePaths.map(({ pattern }) => pattern.text)).toEqual([
      'packages/platform/billing/**',
      'cmd/billing-worker/**',
      'doc/api/**billing**',
      'doc/architecture/**Billing**',
    ])
  })

  it('OM-23: its global gates', () => {
    expect(ids('contract-global')).toEqual(['global/contracts', 'global/codegen', 'global/boundary_guard', 'global/security_baseline'])
  })

  it('OM-24: its domain-local gates', () => {
    expect(ids('domain-local')).toEqual([
      'platform-billing/local/go-test-packages-platform-billing-cmd-billing-worker',
      'platform-billing/local/migration-schema-drift-checks-for-billing-owned-tables',
      'platform-billing/local/ledger-invariant-tests',
    ])
  })

  it('OM-25: its consumer smokes', () => {
    expect(ids('consumer-smoke')).toEqual([
      'platform-billing/smoke/gpuaas-launch-billing-precheck',
      'platform-billing/smoke/app-runtime-usage-attribution',
    ])
  })

  it('OM-26: its service evidence', () => {
    expect(ids('service-evidence')).toEqual([
      'platform-billing/evidence/release-profile-evidence',
      'platform-billing/evidence/degradation-harness',
      'platform-billing/evidence/reconciliation-evidence',
      'platform-billing/evidence/rollback-posture',
    ])
  })
})
