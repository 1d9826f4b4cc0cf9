import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import { MAP_KINDS, type MapKind } from '#lib/model/map-kind.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { OwnershipRow, PathColumn } from '#lib/model/ownership-map.ts'
import type { PathPattern } from '#lib/model/path-pattern.ts'
import type { CompiledModel } from '#lib/rules/ownership/compiled-model.ts'
import { indexOwnership } from '#lib/rules/ownership/ownership-index.ts'

/** A pattern without braces. */
export function aPattern(text: string): PathPattern {
  return { text, alternatives: [text] }
}

/** A row of a map; `column` is the header the pattern stands under. */
export function aRow(domain: string, pattern: string, given: Partial<OwnershipRow> & { column?: PathColumn } = {}): OwnershipRow {
  const { column = 'path', ...rest } = given
  const kind = rest.kind ?? 'package'
  return {
    kind,
    file: `maps/${kind}-ownership.md`,
    line: 1,
    domain,
    owner: `@${domain}`,
    reviewers: [],
    consumers: [],
    paths: [{ column, pattern: aPattern(pattern) }],
    cells: {},
    ...rest,
  }
}

const LAYER_SEGMENTS: Readonly<Record<GateLayer, string | null>> = {
  'contract-global': null,
  'domain-local': 'local',
  'consumer-smoke': 'smoke',
  'service-evidence': 'evidence',
}

/** A gate of a lane; `name` is the last segment of its id. */
export function aGate(layer: GateLayer, domain: string, name: string, given: Partial<Gate> = {}): Gate {
  const segment = LAYER_SEGMENTS[layer]
  return {
    id: segment === null ? `global/${name}` : `${domain}/${segment}/${name}`,
    layer,
    domain: segment === null ? null : domain,
    title: name,
    run: null,
    consumer: null,
    maxAgeSeconds: null,
    deterministic: null,
    producers: [],
    declared: { file: `lanes/${domain}.yaml`, line: 10 },
    ...given,
  }
}

/** A platform lane with one gate of each layer and no claimed path. */
export function aLane(domainId: string, given: Partial<DomainLane> & { paths?: readonly string[] } = {}): DomainLane {
  const { paths = [], ...rest } = given
  return {
    domainId,
    file: `lanes/${domainId}.yaml`,
    line: 1,
    title: domainId,
    group: null,
    kind: 'platform',
    owner: `@${domainId}`,
    dependsOn: null,
    sourcePaths: paths.map((text, at) => ({ pattern: aPattern(text), line: 4 + at })),
    gates: [
      aGate('contract-global', domainId, 'contracts'),
      aGate('domain-local', domainId, 'unit'),
      aGate('consumer-smoke', domainId, 'precheck'),
      aGate('service-evidence', domainId, 'release-profile'),
    ],
    ...rest,
  }
}

type GivenModel = Partial<Omit<OperatingModel, 'maps'>> & { rows?: readonly OwnershipRow[]; faultyMap?: MapKind }

/** A model with the given rows, sorted into their maps; everything else is empty and well. */
export function aModel(given: GivenModel = {}): OperatingModel {
  const { rows = [], faultyMap, ...rest } = given
  const placed = rows.map((row, at) => ({ ...row, line: row.line === 1 ? at + 5 : row.line }))
  return {
    repository: 'platform',
    digest: `sha256:${'0'.repeat(64)}`,
    locations: {
      ownershipMaps: 'maps',
      guardBaseline: 'guard-fingerprint-baseline.tsv',
      guardAllowedDebt: 'guard-allowed-debt.tsv',
      extractionPackets: 'extraction-packets.yaml',
      domainLanes: 'lanes',
      releaseProfiles: 'release-profiles.yaml',
      routingRules: 'routing-rules.yaml',
    },
    maps: MAP_KINDS.map((kind) => ({
      kind,
      file: `maps/${kind}-ownership.md`,
      state: kind === faultyMap ? 'faulty' : 'read',
      rows: placed.filter((row) => row.kind === kind),
    })),
    lanes: [],
    profiles: [],
    packets: [],
    guardBaseline: [],
    guardAllowedDebt: [],
    routingRules: { gates: [], rules: [], portalArtifacts: [] },
    files: [],
    diagnostics: faultyMap === undefined ? [] : [aFault(`maps/${faultyMap}-ownership.md`)],
    ...rest,
  }
}

/** A compiled model; see `aModel`. */
export function aCompiledModel(given: GivenModel = {}): CompiledModel {
  const model = aModel(given)
  return { model, ownership: indexOwnership(model) }
}

function aFault(file: string): OperatingModel['diagnostics'][number] {
  return { file, line: 3, column: 1, code: 'table-malformed', severity: 'error', message: 'The table is broken.', hint: 'Mend it.' }
}
