import type { OwnershipMap } from '#lib/model/ownership-map.ts'
import type { MapCoverage, OwnershipConflict, OwnershipCoverage } from '#lib/model/ownership-report.ts'
import type { CompiledModel } from './compiled-model.ts'
import { conflictingOwners } from './equal-rank-conflicts.ts'
import { matchPath } from './ownership-index.ts'

const MOST_UNMAPPED = 1_000
const MOST_CONFLICTS = 200

/** Holds the tracked files against the six maps: what is owned, what is not, which rows own nothing, which contradict. */
export function measureCoverage(compiled: CompiledModel, tree: readonly string[]): OwnershipCoverage {
  const { model, ownership } = compiled
  const unmapped: string[] = []
  const conflicts: OwnershipConflict[] = []
  const filesByDomain = new Map<string, number>()
  const filesByMap = new Map<string, number>()
  const ownedByRow = new Set<string>()
  for (const path of tree) {
    const { owning } = matchPath(ownership, path)
    if (owning.length === 0) unmapped.push(path)
    for (const domain of new Set(owning.map(({ owner }) => owner.domain))) count(filesByDomain, domain)
    for (const map of new Set(owning.map(({ owner }) => owner.map))) count(filesByMap, map)
    for (const { owner } of owning) ownedByRow.add(`${owner.file}:${owner.line}`)
    for (const owners of conflictingOwners(owning.map(({ owner }) => owner))) {
      const [first] = owners
      if (first !== undefined) conflicts.push({ path, map: first.map, owners })
    }
  }
  return {
    repository: model.repository,
    modelDigest: model.digest,
    files: tree.length,
    owned: tree.length - unmapped.length,
    unmappedCount: unmapped.length,
    unmapped: unmapped.slice(0, MOST_UNMAPPED),
    unmappedFolders: mostFirst(countFolders(unmapped)).map(([folder, files]) => ({ folder, files })),
    maps: model.maps.map((map) => coverageOf(map, filesByMap.get(map.kind) ?? 0, ownedByRow)),
    domains: mostFirst(filesByDomain).map(([domain, files]) => ({ domain, files })),
    conflicts: conflicts.slice(0, MOST_CONFLICTS),
    conflictCount: conflicts.length,
    diagnostics: model.diagnostics,
  }
}

function coverageOf(map: OwnershipMap, files: number, ownedByRow: ReadonlySet<string>): MapCoverage {
  const dead = map.rows.filter((row) => !ownedByRow.has(`${row.file}:${row.line}`))
  return {
    map: map.kind,
    file: map.file,
    state: map.state,
    rows: map.rows.length,
    files,
    deadRows: dead.map((row) => ({ line: row.line, domain: row.domain, patterns: row.paths.map(({ pattern }) => pattern.text) })),
  }
}

function countFolders(paths: readonly string[]): Map<string, number> {
  const folders = new Map<string, number>()
  for (const path of paths) count(folders, path.includes('/') ? path.slice(0, path.indexOf('/')) : '.')
  return folders
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function mostFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
}
