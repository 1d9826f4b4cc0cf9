import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseUnifiedDiff } from '#lib/formats/unified-diff.ts'
import type { ChangeClass } from '#lib/model/change-class.ts'
import { DOMAIN_GROUPS } from '#lib/model/domain-group.ts'
import { measureCoverage } from '#lib/rules/ownership/measure-coverage.ts'
import { planChange } from '#lib/rules/routing/plan-change.ts'
import { compileModel } from '#lib/usecases/compile-model.ts'
import { diskTree, folderFiles } from './builders/a-source-tree.ts'

const ROOT = 'examples/platform-monorepo'
const CHANGES = 'examples/changes'
const FILES = folderFiles(ROOT)
const COMPILED = compileModel(diskTree(ROOT), { name: 'elsewhere', tree: FILES })
const { model } = COMPILED

describe('the example is what its README says', () => {
  it('has the two deliberate warnings and no other diagnostic', () => {
    expect(model.diagnostics.map(({ code, severity }) => `${severity} ${code}`).toSorted()).toEqual([
      'warning document-absent',
      'warning ownership-conflict',
    ])
  })

  it('names itself and reads all six maps', () => {
    expect(model.repository).toBe('gpuaas-platform')
    expect(model.maps.filter((map) => map.state !== 'read' || map.rows.length < 5)).toEqual([])
  })

  it('leaves just these files without an owner, one row without a file, one folder in conflict', () => {
    const coverage = measureCoverage(COMPILED, FILES)
    expect(coverage.unmapped).toEqual(['Makefile', 'pnpm-lock.yaml', 'tools/dbshell.sh', 'tools/relabel-nodes.py'])
    expect(coverage.maps.flatMap((map) => map.deadRows.flatMap((row) => row.patterns))).toEqual(['cmd/invoice-mailer/**'])
    expect(coverage.conflicts.map((conflict) => conflict.path)).toEqual([
      'packages/shared/outbox/publisher.go',
      'packages/shared/outbox/publisher_test.go',
    ])
  })

  it('OM-16: reads the guards’ baseline and allowed debt, each entry with its line', () => {
    expect(model.guardBaseline.length).toBeGreaterThan(10)
    expect(model.guardBaseline.map((entry) => entry.line)).toEqual(model.guardBaseline.map((_, at) => at + 2))
    expect(new Set(model.guardBaseline.map((entry) => entry.fingerprint)).size).toBe(model.guardBaseline.length)
    expect(model.guardBaseline.filter((entry) => !FILES.includes(entry.path))).toEqual([])
    expect(model.guardAllowedDebt.map((entry) => entry.expires)).toEqual(['2027-02-28', '2026-12-01', '2026-10-31'])
  })

  it('OM-18: reads a packet for every domain but web, and billing’s lacks nothing', () => {
    const withPacket = model.packets.map((packet) => packet.domainId)
    expect(model.lanes.map((lane) => lane.domainId).filter((domain) => !withPacket.includes(domain))).toEqual(['web'])
    const billing = model.packets.find((packet) => packet.domainId === 'platform-billing')
    expect(billing?.decision?.recommendation).toBe('split_worker')
    expect(Object.entries(billing ?? {}).filter(([, part]) => part === null)).toEqual([])
  })
})

describe('the nine default domain groups and their required consumer smokes', () => {
  it('one lane for each group', () => {
    expect(model.lanes.map((lane) => lane.group).toSorted()).toEqual(Object.keys(DOMAIN_GROUPS).toSorted())
    expect(model.lanes.filter((lane) => lane.kind !== DOMAIN_GROUPS[lane.group ?? ''])).toEqual([])
  })

  it.each([
    ['OM-37', 'platform-iam', ['user-login-authz', 'service-account-scope-validation', 'product-route-denial']],
    ['OM-38', 'platform-billing', ['gpuaas-launch-billing-precheck', 'app-runtime-usage-attribution', 'ledger-invariant']],
    ['OM-39', 'platform-evidence', ['release-evidence-payload', 'status-readiness', 'public-status']],
    ['OM-40', 'platform-registry', ['registry-runtime-verification', 'artifact-trust-promotion']],
    ['OM-41', 'platform-policy', ['access-quota-posture', 'launch-denial-reason', 'app-denial-reason', 'token-denial-reason']],
    [
      'OM-42',
      'platform-secrets',
      ['rotation-expiry-evidence', 'service-auth-credential-delivery-gpuaas', 'service-auth-credential-delivery-apps'],
    ],
    ['OM-43', 'gpuaas', ['allocation-lifecycle', 'node-agent-task', 'terminal-route']],
    ['OM-44', 'app-platform', ['manifest-validation', 'launch-connect-decommission']],
    ['OM-45', 'web', ['global-navigation']],
  ] as const)('%s: %s', (_clause, domain, smokes) => {
    const lane = model.lanes.find((each) => each.domainId === domain)
    const found = lane?.gates.filter((gate) => gate.layer === 'consumer-smoke') ?? []
    expect(found.map((gate) => gate.id)).toEqual(smokes.map((smoke) => `${domain}/smoke/${smoke}`))
    expect(found.filter((gate) => gate.run === null)).toEqual([])
  })

  it('OM-45: page-family tests and the typecheck stand among the web’s own gates', () => {
    const local = model.lanes.find((lane) => lane.domainId === 'web')?.gates.filter((gate) => gate.layer === 'domain-local')
    expect(local?.map((gate) => gate.id)).toEqual(['web/local/page-family-tests', 'web/local/typecheck'])
  })
})

describe('examples/changes are real changes to it, each of other classes', () => {
  const EXPECTED: Readonly<Record<string, readonly ChangeClass[]>> = {
    '01-billing-ledger-fix.diff': ['shared-service'],
    '02-billing-contract-change.diff': ['contract', 'frontend'],
    '03-quota-migration.diff': ['schema'],
    '04-invoice-pages.diff': ['frontend'],
    '05-docs-only.diff': ['docs'],
    '06-pipeline-and-profile.diff': ['shared-service', 'cicd'],
    '07-unmapped-tool.diff': ['unmapped'],
    '08-move-attribution-to-billing.diff': ['shared-service', 'product'],
  }

  it('all of them are known here', () => {
    expect(readdirSync(CHANGES).toSorted()).toEqual(Object.keys(EXPECTED))
  })

  it.each(Object.entries(EXPECTED))('%s applies and is of class %j', (name, classes) => {
    const path = `${CHANGES}/${name}`
    execFileSync('git', ['apply', '--check', `--directory=${ROOT}`, path])
    const { files, diagnostics } = parseUnifiedDiff(readFileSync(path, 'utf8'))
    expect(diagnostics).toEqual([])
    expect(planChange(COMPILED, { base: null, head: null, profile: null, files, diagnostics }).classes).toEqual(classes)
  })
})
