import fc from 'fast-check'
import { CHANGE_CLASSES } from '#lib/model/change-class.ts'
import { DOMAIN_KINDS } from '#lib/model/domain-kind.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { MAP_KINDS, type MapKind } from '#lib/model/map-kind.ts'
import { type OwnershipRow, PATH_COLUMNS } from '#lib/model/ownership-map.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import type { RoutingRule, RoutingRules } from '#lib/model/routing-rules.ts'
import { aGate, aLane, aPattern, aRow } from './a-model.ts'

/** A random small repository and a change to it: few names, so that rows, lanes and files meet often. */
export interface World {
  readonly rows: readonly OwnershipRow[]
  readonly lanes: readonly DomainLane[]
  readonly profiles: readonly ReleaseProfile[]
  readonly routingRules: RoutingRules
  readonly paths: readonly string[]
  readonly profile: string | null
  /** A map with an error in it; none unless a test says so. */
  readonly faultyMap?: MapKind
}

export const anyDomain = fc.constantFrom('billing', 'iam', 'gpuaas', 'web')

export const anyGateName = fc.constantFrom('unit', 'precheck', 'drill', 'slo', 'contracts')

const folder = fc.constantFrom('pkg/billing', 'pkg/iam', 'cmd', 'db', 'doc', 'doc/api', 'web', 'maps', 'lanes')
const name = fc.constantFrom('a.go', 'a_test.go', 'README.md', 'x.sql', 'openapi.yaml', 'p.tsx', 'test/a.go')

export const anyPath = fc.oneof(
  fc.tuple(folder, name).map(([where, what]) => `${where}/${what}`),
  fc.constantFrom('Makefile', 'README.md', 'lanekeeper.yaml', '.github/workflows/ci.yml', 'doc/portal/index.html'),
)

const anyPatternText = fc.oneof(
  folder,
  folder.map((where) => `${where}/**`),
  folder.map((where) => `${where}/*.go`),
  fc.constantFrom('**', '*', '**.md', 'pkg/**', 'doc/**', '**_test.go', 'doc/**api**'),
  anyPath,
)

/** A row anywhere: any map, any column, any domain. */
export const anyRow: fc.Arbitrary<OwnershipRow> = fc
  .record({
    domain: anyDomain,
    pattern: anyPatternText,
    kind: fc.constantFrom(...MAP_KINDS),
    column: fc.constantFrom(...PATH_COLUMNS),
    consumers: fc.array(anyDomain, { maxLength: 1 }),
  })
  .map(({ domain, pattern, ...given }) => aRow(domain, pattern, given))

const anyLane: fc.Arbitrary<DomainLane> = fc
  .record({
    domain: anyDomain,
    kind: fc.constantFrom(...DOMAIN_KINDS),
    dependsOn: fc.option(fc.uniqueArray(anyDomain, { maxLength: 2 })),
    paths: fc.array(anyPatternText, { maxLength: 2 }),
    gates: fc.array(fc.tuple(fc.constantFrom(...GATE_LAYERS), anyGateName, fc.option(anyDomain)), { maxLength: 6 }),
  })
  .map(({ domain, gates, paths, ...given }) =>
    aLane(domain, { ...given, paths, gates: gates.map(([layer, gate, consumer]) => aGate(layer, domain, gate, { consumer })) }),
  )

const anyRule: fc.Arbitrary<RoutingRule> = fc.record({
  id: fc.constantFrom('extra', 'audit'),
  classes: fc.option(fc.uniqueArray(fc.constantFrom(...CHANGE_CLASSES), { minLength: 1, maxLength: 2 })),
  paths: fc.option(fc.array(anyPatternText.map(aPattern), { minLength: 1, maxLength: 2 })),
  domains: fc.option(fc.uniqueArray(anyDomain, { minLength: 1, maxLength: 2 })),
  gates: fc.array(fc.constantFrom('global/audit', 'global/codegen'), { maxLength: 2 }),
  reviews: fc.uniqueArray(fc.constantFrom(...REVIEW_DOMAINS), { maxLength: 2 }),
  file: fc.constant('routing-rules.yaml'),
  line: fc.integer({ min: 1, max: 9 }),
})

const fast: ReleaseProfile = {
  id: 'hotfix-fast',
  kind: 'fast',
  mode: 'enforcing',
  maySkip: ['consumer-smoke', 'service-evidence'],
  smoke: 'global/hotfix-smoke',
  maxEvidenceAgeSeconds: null,
  rollbackGate: 'global/rollback-drill',
  file: 'release-profiles.yaml',
  line: 2,
}

/** A repository with its change; at least one file changes. */
export const anyWorld: fc.Arbitrary<World> = fc.record({
  rows: fc.array(anyRow, { maxLength: 5 }),
  lanes: fc.uniqueArray(anyLane, { maxLength: 4, selector: (lane) => lane.domainId }),
  profiles: fc.constant([fast]),
  routingRules: fc.record({ gates: fc.constant([]), rules: fc.array(anyRule, { maxLength: 2 }), portalArtifacts: fc.constant([]) }),
  paths: fc.array(anyPath, { minLength: 1, maxLength: 3 }),
  profile: fc.option(fc.constant('hotfix-fast')),
})
