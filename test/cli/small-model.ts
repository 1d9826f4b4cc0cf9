const MAPS = 'doc/architecture/platform-foundation/ownership-maps'
const LANES = 'doc/architecture/platform-foundation/domain-lanes'

/** Where the small model keeps what tests change. */
export const SMALL_MODEL_PLACES = { packageMap: `${MAPS}/package-ownership.md`, billingLane: `${LANES}/platform-billing.yaml` }

/** The files of a small, valid model: a shared service, a product on top of it, two release profiles. */
export function smallModel(): Record<string, string> {
  return {
    'lanekeeper.yaml': 'version: 1\nrepository: platform\n',
    [SMALL_MODEL_PLACES.packageMap]: `# Packages

| Package | Domain | Owner |
| --- | --- | --- |
| \`packages/platform/billing/**\` | platform-billing | @billing |
| \`packages/products/gpuaas/**\` | gpuaas | @gpuaas |
| \`lanekeeper.yaml\`, \`doc/**\` | platform-billing | @billing |
`,
    [SMALL_MODEL_PLACES.billingLane]: `domain_lane:
  domain_id: platform-billing
  group: Platform Billing/Metering
  source_paths:
    - packages/platform/billing/**
  global_gates:
    - contracts
    - boundary_guard
  domain_local_gates:
    - { id: unit, title: billing unit tests, run: go test ./packages/platform/billing }
  consumer_smokes:
    - { id: precheck, title: GPUaaS billing precheck, consumer: gpuaas, run: make smoke-precheck }
  service_evidence:
    - release profile evidence
`,
    [`${LANES}/gpuaas.yaml`]: `domain_lane:
  domain_id: gpuaas
  group: GPUaaS product
  depends_on: [platform-billing]
  source_paths:
    - packages/products/gpuaas/**
  global_gates:
    - contracts
  domain_local_gates:
    - { id: unit, title: gpuaas unit tests, run: go test ./packages/products/gpuaas }
  consumer_smokes: []
  service_evidence: []
`,
    'doc/governance/release-profiles.yaml': `profiles:
  platform-control: { kind: full, mode: enforcing }
  dry-run: { kind: validation-only, mode: advisory }
`,
  }
}
