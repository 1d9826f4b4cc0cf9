import type { FileOwner } from '#lib/model/gate-plan.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { OwnershipRow, PathColumn } from '#lib/model/ownership-map.ts'
import type { LaneClaim } from '#lib/model/ownership-report.ts'
import { buildPatternIndex, matchPatterns, type PatternIndex } from './pattern-index.ts'
import { moreSpecificFirst, type Specificity, specificityOf } from './specificity.ts'

/** A map row that owns a path, by the pattern and column that matched. */
export interface OwningRow {
  readonly owner: FileOwner
  readonly row: OwnershipRow
  readonly column: PathColumn
}

/** What the maps and lanes say of one path. */
export interface PathMatch {
  /** The winning rows of each map, in the order of the maps, then by line. */
  readonly owning: readonly OwningRow[]
  /** Lane paths that claim the path, in the order of the lanes. */
  readonly claims: readonly LaneClaim[]
}

/** All patterns of all maps and lanes in one index. An id is a place in the lists: first come the rows', then the claims. */
export interface OwnershipIndex {
  readonly patterns: PatternIndex
  /** By id, in the order of the maps and their rows, so that what belongs to one row stands together. */
  readonly rows: readonly OwningRow[]
  /** By id, the map of a row as its place among the maps. */
  readonly maps: Uint8Array
  /** By id, how specific the pattern of a row is; 0 the most. */
  readonly ranks: Uint32Array
  readonly claims: readonly LaneClaim[]
}

/** Indexes every pattern of the six maps and of the lanes. */
export function indexOwnership(model: OperatingModel): OwnershipIndex {
  const patterns: [string, number][] = []
  const rows: OwningRow[] = []
  const maps: number[] = []
  for (const [at, map] of model.maps.entries()) {
    for (const row of map.rows) {
      for (const { column, pattern } of row.paths) {
        const owner = { map: row.kind, file: row.file, line: row.line, pattern: pattern.text, domain: row.domain }
        const owning = { owner, row, column }
        for (const alternative of pattern.alternatives) {
          patterns.push([alternative, rows.length])
          rows.push(owning)
          maps.push(at)
        }
      }
    }
  }
  const ranks = rankAll(patterns.map(([alternative]) => specificityOf(alternative)))
  const claims: LaneClaim[] = []
  for (const lane of model.lanes) {
    for (const { pattern, line } of lane.sourcePaths) {
      const claim = { domain: lane.domainId, file: lane.file, line, pattern: pattern.text }
      for (const alternative of pattern.alternatives) {
        patterns.push([alternative, patterns.length])
        claims.push(claim)
      }
    }
  }
  return { patterns: buildPatternIndex(patterns), rows, maps: Uint8Array.from(maps), ranks, claims }
}

/**
 * Who owns a path. Within one map the most specific row wins and rows of equal rank all apply; across maps everything
 * that matches applies.
 */
export function matchPath(index: OwnershipIndex, path: string): PathMatch {
  const found: number[] = []
  matchPatterns(index.patterns, path, found)
  sortIds(found)
  return { owning: chooseRows(index, found), claims: chooseClaims(index, found) }
}

const NO_ROWS: readonly OwningRow[] = []
const NO_CLAIMS: readonly LaneClaim[] = []
const FEW = 12

/** A path is matched by few patterns or by hundreds; for a few a general sort costs more than all the rest. */
function sortIds(found: number[]): void {
  if (found.length > FEW) found.sort((a, b) => a - b)
  else for (let end = 1; end < found.length; end += 1) sinkInto(found, end)
}

function sinkInto(sorted: number[], end: number): void {
  const id = sorted[end] ?? 0
  let at = end
  for (let before = sorted[at - 1]; before !== undefined && before > id; before = sorted[at - 1]) {
    sorted[at] = before
    at -= 1
  }
  sorted[at] = id
}

function chooseRows({ rows, maps, ranks }: OwnershipIndex, found: readonly number[]): readonly OwningRow[] {
  const first = rows[found[0] ?? rows.length]
  if (first === undefined) return NO_ROWS
  if (found.length === 1) return [first]
  const best: number[] = []
  for (const id of found) {
    if (id >= rows.length) break
    const [map, rank] = [maps[id] ?? 0, ranks[id] ?? 0]
    best[map] = Math.min(best[map] ?? rank, rank)
  }
  const winners = new Set<OwnershipRow>()
  for (const id of found) {
    const owning = rows[id]
    if (owning !== undefined && ranks[id] === best[maps[id] ?? 0]) winners.add(owning.row)
  }
  const chosen: OwningRow[] = []
  for (const id of found) {
    const owning = rows[id]
    // Every column of a winning row speaks: a file that is both handler and specification is both.
    if (owning !== undefined && winners.has(owning.row) && !isTold(chosen, owning)) chosen.push(owning)
  }
  return chosen
}

/** True when the column of the row has spoken already; what was told of the same row stands at the end. */
function isTold(owning: readonly OwningRow[], next: OwningRow): boolean {
  for (let at = owning.length - 1; at >= 0 && owning[at]?.row === next.row; at -= 1) if (owning[at]?.column === next.column) return true
  return false
}

function chooseClaims({ rows, claims }: OwnershipIndex, found: readonly number[]): readonly LaneClaim[] {
  if ((found.at(-1) ?? -1) < rows.length) return NO_CLAIMS
  const byDomain = new Map<string, LaneClaim>()
  for (const id of found) {
    const claim = claims[id - rows.length]
    if (claim !== undefined && !byDomain.has(claim.domain)) byDomain.set(claim.domain, claim)
  }
  return [...byDomain.values()]
}

/** Gives each specificity its place, 0 the most specific, equal ones the same. */
function rankAll(all: readonly Specificity[]): Uint32Array {
  const order = all.map((specificity, id) => ({ specificity, id })).sort((a, b) => moreSpecificFirst(a.specificity, b.specificity))
  const ranks = new Uint32Array(all.length)
  let rank = 0
  let before: Specificity | null = null
  for (const { specificity, id } of order) {
    if (before !== null && moreSpecificFirst(before, specificity) !== 0) rank += 1
    ranks[id] = rank
    before = specificity
  }
  return ranks
}
