import { type ModelLocations, SETTINGS_FILE } from '#lib/model/operating-model.ts'
import { STARTER_DOMAINS } from './starter-domain.ts'
import { starterLane } from './starter-lane.ts'
import { starterMaps } from './starter-maps.ts'

/** A file that `init` writes where there is none. */
export interface StarterFile {
  readonly path: string
  readonly text: string
}

/** The files of a starter model for a repository of this name, at the places where the repository keeps them. */
export function starterFiles(repository: string, locations: ModelLocations): readonly StarterFile[] {
  return [
    { path: SETTINGS_FILE, text: settings(repository, locations) },
    ...Object.entries(starterMaps(locations)).map(([name, text]) => ({ path: `${locations.ownershipMaps}/${name}`, text })),
    ...STARTER_DOMAINS.map((domain) => ({ path: `${locations.domainLanes}/${domain.id}.yaml`, text: starterLane(domain) })),
    { path: locations.guardBaseline, text: 'fingerprint\tguard\trule\tpath\tfirst_seen\n' },
    { path: locations.guardAllowedDebt, text: 'fingerprint\towner\treason\texpires\tfairway_task\n' },
    { path: locations.extractionPackets, text: PACKETS },
    { path: locations.releaseProfiles, text: PROFILES },
    { path: locations.routingRules, text: ROUTING_RULES },
  ]
}

function settings(repository: string, locations: ModelLocations): string {
  return `# Where Lanekeeper finds this repository's operating model. Every key is optional; a key that is given moves the file or folder.
version: 1
repository: ${JSON.stringify(repository)}
# ownership_maps: ${locations.ownershipMaps}
# domain_lanes: ${locations.domainLanes}
# guard_baseline: ${locations.guardBaseline}
# guard_allowed_debt: ${locations.guardAllowedDebt}
# extraction_packets: ${locations.extractionPackets}
# release_profiles: ${locations.releaseProfiles}
# routing_rules: ${locations.routingRules}
`
}

const PROFILES = `# How a candidate is released.
#   kind: full             every gate of the plan has to be satisfied
#   kind: fast             may leave out the layers or gates of may_skip, each with proof from before; never contract-global
#   kind: validation-only  nothing is released; what a change of pipelines, profiles or maps runs under first
#   mode: advisory or enforcing
profiles:
  platform-control: { kind: full, mode: enforcing }
  hotfix-fast:
    kind: fast
    mode: enforcing
    may_skip: [consumer-smoke, service-evidence]
    smoke: global/hotfix-smoke
    max_evidence_age: 72h
    rollback_gate: global/rollback-drill
  dry-run: { kind: validation-only, mode: advisory }
`

const PACKETS = `# Independent promotion: what a domain has decided and prepared. No packet means that a domain is released with the whole.
# Change: one entry for each domain that is to promote on its own. A list that is left out is missing; only "none", with a reason, is empty.
#   - domain_id: platform-billing
#     fairway_task: PSSM-BILLING-PACKET-EXTRACT-001
#     decision: { recommendation: split_worker, decided_on: 2026-11-19, document: doc/decisions/billing.md }
#     cross_process_callers: [gpuaas-api, metering-exporter]
#     service_auth:
#       - { caller: gpuaas-api, mechanism: service-account-token, status: approved, document: doc/auth/gpuaas-api.md }
#       - { caller: metering-exporter, mechanism: service-account-token, status: approved, document: doc/auth/metering-exporter.md }
#     degradation: { contract: doc/billing-degradation.md, gate: platform-billing/evidence/degradation-harness }
#     rollback: { command: deployctl rollback billing-worker --to previous, document: doc/runbooks/billing-rollback.md, gate: platform-billing/evidence/rollback-posture }
#     release_profile: platform-control
#     supported_consumers: [gpuaas, app-platform]
#     statusops: { component: billing, gate: platform-billing/evidence/slo }
#     boundary_guard: { mode: blocking_new, gate: global/boundary_guard }
schema: lanekeeper.extraction-packets.v1
packets: []
`

const ROUTING_RULES = `# What this repository adds to the built-in routing rules. It can add gates and reviews, never remove one.
version: 1

# Gates that routing itself knows, and what the lanes list as global gates. Change: say how each is run, with run: COMMAND.
# A gate without a run is required all the same; a pipeline job for it fails and says that nobody has said how to run it.
gates:
  - { id: contracts, title: API and event contracts hold }
  - { id: codegen, title: Generated code is up to date }
  - { id: boundary_guard, title: No new import across a domain boundary }
  - { id: security_baseline, title: Security baseline }
  - { id: schema-drift-guard, title: The schema is what the migrations make }
  - { id: migration-validation, title: Migrations run forward and back }
  - { id: api-read-model-smoke, title: API and read models answer after the migration, layer: consumer-smoke }

# Rules of your own: when a file has one of the classes, paths or domains, these gates and reviews come on top.
rules:
  - id: secrets-are-looked-at
    domains: [platform-secrets]
    reviews: [security]

# Where generated portal pages lie: when they change, the portal's deploy gate is asked for.
portal_artifacts:
  - doc/portal/generated/**
`
