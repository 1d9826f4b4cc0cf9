const MAPS = 'doc/architecture/platform-foundation/ownership-maps'
const LANES = 'doc/architecture/platform-foundation/domain-lanes'

const PACKAGES = `# Packages

| Domain | Path | Owner |
| --- | --- | --- |
| platform-billing | \`packages/platform/billing/**\` | @billing |
| gpuaas | \`packages/products/gpuaas/**\` | @gpuaas |
`

const BILLING_LANE = `domain_lane:
  domain_id: platform-billing
  source_paths:
    - packages/platform/billing/**
  global_gates:
    - contracts
    - boundary_guard
  domain_local_gates:
    - go test ./packages/platform/billing
  consumer_smokes:
    - GPUaaS launch billing precheck
  service_evidence:
    - rollback posture
`

const PROFILES = 'profiles:\n  platform-control: { kind: full, mode: enforcing }\n'

/** A small model as a client sends it to `POST /api/v1/models`: two domains, one lane, one profile. */
export function aModelRequest(repository = 'acme', sources: Readonly<Record<string, string>> = {}) {
  const files: Record<string, string> = {
    'lanekeeper.yaml': `version: 1\nrepository: ${repository}\n`,
    [`${MAPS}/package-ownership.md`]: PACKAGES,
    [`${LANES}/platform-billing.yaml`]: BILLING_LANE,
    'doc/governance/release-profiles.yaml': PROFILES,
    ...sources,
  }
  return {
    repository,
    sources: Object.entries(files).map(([path, text]) => ({ path, text })),
    tree: [...Object.keys(files), 'packages/platform/billing/ledger.go', 'packages/products/gpuaas/node.go', 'tools/x.sh'].sort(),
  }
}

export const PACKAGE_MAP = `${MAPS}/package-ownership.md`
