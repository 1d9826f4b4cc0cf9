const PLATFORM = 'doc/architecture/platform-foundation'
const LANES = `${PLATFORM}/domain-lanes`

export const PACKETS = '.fairway/artifacts/platform-shared-services-extraction-packets.yaml'
export const BILLING_LANE = `${LANES}/platform-billing.yaml`
export const ALLOWED_DEBT = `${PLATFORM}/guard-allowed-debt.tsv`

export const ROLLBACK = 'deployctl rollback billing-worker --to previous'

/** What the packet of the ready domain says, part by part; a test replaces one. */
export const READY_PACKET = {
  decision: 'decision: { recommendation: split_worker, decided_on: 2026-11-19, document: doc/decisions/billing.md }',
  callers: 'cross_process_callers: [gpuaas-api]',
  auth: 'service_auth:\n      - { caller: gpuaas-api, mechanism: service-account-token, status: approved, document: doc/auth/gpuaas-api.md }',
  degradation: 'degradation: { contract: doc/billing-degradation.md, gate: platform-billing/evidence/degradation-harness }',
  rollback: `rollback: { command: ${ROLLBACK}, document: doc/runbooks/billing-rollback.md, gate: platform-billing/evidence/rollback-drill }`,
  profile: 'release_profile: platform-control',
  consumers: 'supported_consumers: [gpuaas]',
  status: 'statusops: { component: billing, gate: platform-billing/evidence/slo }',
  guard: 'boundary_guard: { mode: blocking_new, gate: global/boundary_guard }',
}

export const READY_LANE = `domain_lane:
  domain_id: platform-billing
  group: Platform Billing/Metering
  owner: "@billing"
  source_paths: [packages/platform/billing/**]
  global_gates: [contracts, boundary_guard]
  domain_local_gates:
    - { id: unit, run: go test ./packages/platform/billing }
    - { id: ledger, run: make ledger }
  consumer_smokes:
    - { id: gpuaas-precheck, run: make smoke-gpuaas, consumer: gpuaas }
  service_evidence: [degradation-harness, rollback-drill, slo]
`

const GPUAAS_LANE = `domain_lane:
  domain_id: gpuaas
  group: GPUaaS product
  owner: "@gpuaas"
  depends_on: [platform-billing]
  source_paths: [packages/products/gpuaas/**]
  global_gates: [contracts]
  domain_local_gates: [unit]
`

const PROFILES = `profiles:
  platform-control: { kind: full, mode: enforcing }
  hotfix-fast:
    kind: fast
    mode: enforcing
    may_skip: [domain-local, consumer-smoke, service-evidence]
    smoke: global/hotfix-smoke
    max_evidence_age: 72h
    rollback_gate: global/rollback-drill
`

/** Every gate of the ready domain. */
export const READY_GATES = [
  'global/boundary_guard',
  'global/contracts',
  'platform-billing/local/ledger',
  'platform-billing/local/unit',
  'platform-billing/smoke/gpuaas-precheck',
  'platform-billing/evidence/degradation-harness',
  'platform-billing/evidence/rollback-drill',
  'platform-billing/evidence/slo',
]

interface Given {
  readonly packet?: Partial<typeof READY_PACKET>
  readonly sources?: Readonly<Record<string, string>>
  /** Documents that are not in the tree. */
  readonly without?: readonly string[]
}

/** A model as a client sends it in which nothing is left to prepare: with a pass for each of `READY_GATES`, platform-billing is eligible. */
export function aReadyModelRequest({ packet = {}, sources = {}, without = [] }: Given = {}) {
  const parts = Object.values({ ...READY_PACKET, ...packet }).filter((part) => part !== '')
  const files: Record<string, string> = {
    'lanekeeper.yaml': 'version: 1\nrepository: acme\n',
    [`${PLATFORM}/ownership-maps/package-ownership.md`]:
      '| Domain | Path |\n| --- | --- |\n| platform-billing | `packages/platform/billing/**` |\n| gpuaas | `packages/products/gpuaas/**` |\n',
    [BILLING_LANE]: READY_LANE,
    [`${LANES}/gpuaas.yaml`]: GPUAAS_LANE,
    'doc/governance/release-profiles.yaml': PROFILES,
    [PACKETS]: `schema: lanekeeper.extraction-packets.v1\npackets:\n  - domain_id: platform-billing\n    fairway_task: PSSM-BILLING-1\n${parts.map((part) => `    ${part}\n`).join('')}`,
    [`${PLATFORM}/guard-fingerprint-baseline.tsv`]:
      'fingerprint\tguard\trule\tpath\tfirst_seen\nold-1\tboundary_guard\tno-cross-import\tpackages/platform/billing/old.go\t2026-01-10\n',
    [ALLOWED_DEBT]: 'fingerprint\towner\treason\texpires\tfairway_task\ndebt-1\t@billing\tbeing moved\t2099-01-01\tPSSM-BILLING-9\n',
    ...sources,
  }
  const documents = ['decisions/billing.md', 'auth/gpuaas-api.md', 'billing-degradation.md', 'runbooks/billing-rollback.md'].map(
    (path) => `doc/${path}`,
  )
  return {
    repository: 'acme',
    sources: Object.entries(files).map(([path, text]) => ({ path, text })),
    tree: [...Object.keys(files), ...documents.filter((path) => !without.includes(path)), 'packages/platform/billing/ledger.go'].sort(),
  }
}

/** A pass of a gate as CI posts it; the rollback drill runs the rollback command. */
export function aPass(gate: string, content: object, given: object = {}) {
  const command = gate.endsWith('/rollback-drill') ? ROLLBACK : 'make gate'
  return { gate, result: 'passed', content, command, exitCode: 0, counts: { executed: 4, passed: 4, failed: 0, skipped: 0 }, ...given }
}
