import type { ModelLocations } from '#lib/model/operating-model.ts'
import type { LocatedFaults } from './located-faults.ts'
import { normaliseRelativePath } from './relative-path.ts'
import { readYamlDocument, type YamlEntry } from './yaml-document.ts'
import { readMapping, readText, readYamlText } from './yaml-readers.ts'

/** Where the files of a model lie unless `lanekeeper.yaml` moves them (contract 2). */
export const DEFAULT_LOCATIONS: ModelLocations = {
  ownershipMaps: 'doc/architecture/platform-foundation/ownership-maps',
  guardBaseline: 'doc/architecture/platform-foundation/guard-fingerprint-baseline.tsv',
  guardAllowedDebt: 'doc/architecture/platform-foundation/guard-allowed-debt.tsv',
  extractionPackets: '.fairway/artifacts/platform-shared-services-extraction-packets.yaml',
  domainLanes: 'doc/architecture/platform-foundation/domain-lanes',
  releaseProfiles: 'doc/governance/release-profiles.yaml',
  routingRules: 'doc/governance/routing-rules.yaml',
}

const LOCATION_KEYS: Readonly<Record<string, keyof ModelLocations>> = {
  ownership_maps: 'ownershipMaps',
  guard_baseline: 'guardBaseline',
  guard_allowed_debt: 'guardAllowedDebt',
  extraction_packets: 'extractionPackets',
  domain_lanes: 'domainLanes',
  release_profiles: 'releaseProfiles',
  routing_rules: 'routingRules',
}

const SETTINGS_KEYS = ['version', 'repository', ...Object.keys(LOCATION_KEYS)]

export interface Settings {
  /** Null when the file does not say. */
  readonly repository: string | null
  readonly locations: ModelLocations
  /** The locations that the file names itself, with the line. */
  readonly named: ReadonlyMap<keyof ModelLocations, number>
}

const DEFAULT_SETTINGS: Settings = { repository: null, locations: DEFAULT_LOCATIONS, named: new Map() }

/** Reads `lanekeeper.yaml`; `bytes` is null when there is none. A faulty file counts as absent beside its errors. */
export function readSettings(bytes: Uint8Array | null, faults: LocatedFaults): Settings {
  if (bytes === null) return DEFAULT_SETTINGS
  const entries = readMapping(readYamlDocument(bytes, faults), SETTINGS_KEYS, 'The settings file', faults)
  if (entries === null) return DEFAULT_SETTINGS

  const version = readYamlText(entries.get('version'), faults)
  if (version !== null && version.text !== '1') {
    faults.error('invalid-value', version, 'Only version 1 of the settings is known.', 'Write `version: 1`.')
  }
  const repository = readText(entries.get('repository'), faults)
  const locations: Record<keyof ModelLocations, string> = { ...DEFAULT_LOCATIONS }
  const named = new Map<keyof ModelLocations, number>()
  for (const [key, location] of Object.entries(LOCATION_KEYS)) {
    const path = readLocation(entries.get(key), faults)
    if (path === null) continue
    locations[location] = path
    named.set(location, entries.get(key)?.line ?? 1)
  }
  return faults.hasError() ? DEFAULT_SETTINGS : { repository, locations, named }
}

function readLocation(entry: YamlEntry | undefined, faults: LocatedFaults): string | null {
  const value = readYamlText(entry, faults)
  if (value === null) return null
  const path = normaliseRelativePath(value.text)
  if (path === null) {
    const hint = "Write a path relative to the repository's root, with `/`, without `..` and without a `/` at its beginning."
    faults.error('invalid-value', value, `\`${entry?.key ?? ''}\` does not name a place in the repository.`, hint)
  }
  return path
}
