import { byPlace, type Diagnostic } from '#lib/model/diagnostic.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import { MAP_KINDS } from '#lib/model/map-kind.ts'
import { type ModelLocations, type OperatingModel, SETTINGS_FILE } from '#lib/model/operating-model.ts'
import type { OwnershipMap } from '#lib/model/ownership-map.ts'
import type { SourceTree } from '#lib/model/source-tree.ts'
import { readDomainLane } from './domain-lane.ts'
import { readExtractionPackets } from './extraction-packets.ts'
import { parseGuardAllowedDebt, parseGuardBaseline } from './guard-tsv.ts'
import { findLaneConflicts } from './lane-conflicts.ts'
import { collectFaults, type LocatedFaults } from './located-faults.ts'
import { findLookAlikeIds } from './look-alike-ids.ts'
import { digestFiles } from './model-digest.ts'
import { readOwnershipMap } from './ownership-map.ts'
import { readReleaseProfiles } from './release-profiles.ts'
import { NO_ROUTING_RULES, readRoutingRules } from './routing-rules.ts'
import { readSettings, type Settings } from './settings.ts'

/** Reads files and remembers them, with what is wrong with each. */
interface Reading {
  readonly source: SourceTree
  readonly files: Map<string, Uint8Array>
  readonly diagnostics: Diagnostic[]
}

/**
 * Reads everything a repository declares (contract 2), from the places `lanekeeper.yaml` names or the usual ones. `name` is the
 * repository's name when that file gives none. Reading never fails: all faults of all files are among the diagnostics, in the order of
 * their place. The digest is of the files as they were read, so the same files give the same model.
 */
export function readOperatingModel(source: SourceTree, name: string): OperatingModel {
  const reading: Reading = { source, files: new Map(), diagnostics: [] }
  const settings = readWith(reading, SETTINGS_FILE, readSettings)
  const { locations } = settings
  const maps = MAP_KINDS.map((kind) => {
    const file = `${locations.ownershipMaps}/${kind}-ownership.md`
    const { map, diagnostics } = readOwnershipMap(kind, file, readBytes(reading, file))
    reading.diagnostics.push(...diagnostics)
    return map
  })
  const lanes = readLanes(reading, locations.domainLanes)
  const routingRules = readOptional(reading, settings, 'routingRules', readRoutingRules, NO_ROUTING_RULES)
  const rest = {
    profiles: readOptional(reading, settings, 'releaseProfiles', readReleaseProfiles, []),
    packets: readOptional(reading, settings, 'extractionPackets', readExtractionPackets, []),
    guardBaseline: readOptional(reading, settings, 'guardBaseline', parseGuardBaseline, []),
    guardAllowedDebt: readOptional(reading, settings, 'guardAllowedDebt', parseGuardAllowedDebt, []),
  }
  reading.diagnostics.push(...findLaneConflicts(lanes, routingRules.gates), ...findLookAlikeIds(listDomainIds(maps, lanes)))
  return {
    repository: settings.repository ?? name,
    digest: digestFiles(reading.files),
    locations,
    maps,
    lanes,
    ...rest,
    routingRules,
    files: [...reading.files.keys()].sort(),
    diagnostics: reading.diagnostics.sort(byPlace),
  }
}

function readBytes(reading: Reading, path: string): Uint8Array | null {
  const bytes = reading.source.read(path)
  if (bytes !== null) reading.files.set(path, bytes)
  return bytes
}

function readWith<Value>(reading: Reading, path: string, read: (bytes: Uint8Array | null, faults: LocatedFaults) => Value): Value {
  const faults = collectFaults(path)
  const value = read(readBytes(reading, path), faults)
  reading.diagnostics.push(...faults.diagnostics())
  return value
}

/** A file that need not be there, unless the settings name it. */
function readOptional<Value>(
  reading: Reading,
  settings: Settings,
  location: keyof ModelLocations,
  read: (bytes: Uint8Array, faults: LocatedFaults) => Value,
  absent: Value,
): Value {
  const path = settings.locations[location]
  return readWith(reading, path, (bytes, faults) => {
    if (bytes !== null) return read(bytes, faults)
    const line = settings.named.get(location)
    if (line !== undefined) {
      const message = `There is no such file, but ${SETTINGS_FILE} names it in line ${line}.`
      faults.error('file-absent', { line: 1 }, message, `Add the file, or remove the key from ${SETTINGS_FILE}.`)
    }
    return absent
  })
}

function readLanes(reading: Reading, folder: string): DomainLane[] {
  const lanes: DomainLane[] = []
  for (const path of reading.source.list(folder)) {
    if (!/\.ya?ml$/.test(path)) continue
    const lane = readWith(reading, path, (bytes, faults) => (bytes === null ? null : readDomainLane(bytes, faults)))
    if (lane !== null) lanes.push(lane)
  }
  if (lanes.length > 0) return lanes
  const faults = collectFaults(folder)
  const hint = 'Without lanes a change is routed to the gates that routing itself knows. `lanekeeper init` writes first ones.'
  faults.warning('no-lanes', { line: 1 }, 'No domain lane could be read from this folder.', hint)
  reading.diagnostics.push(...faults.diagnostics())
  return lanes
}

function listDomainIds(maps: readonly OwnershipMap[], lanes: readonly DomainLane[]) {
  const inLanes = lanes.map(({ domainId, file, line }) => ({ id: domainId, file, line }))
  const inMaps = maps.flatMap((map) => map.rows.map(({ domain, file, line }) => ({ id: domain, file, line })))
  return [...inLanes, ...inMaps]
}
