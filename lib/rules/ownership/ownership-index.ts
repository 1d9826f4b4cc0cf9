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

/** All patterns of all maps and lanes in one index. */
export interface OwnershipIndex {
  readonly patterns: PatternIndex
  readonly entries: readonly IndexEntry[]
}

type IndexEntry =
  | { readonly of: 'row'; readonly map: number; readonly rank: number; readonly owning: OwningRow }
  | { readonly of: 'claim'; readonly claim: LaneClaim }

/** Indexes every pattern of the six maps and of the lanes. */
export function indexOwnership(model: OperatingModel): OwnershipIndex {
  const rows = model.maps.flatMap((map, at) => map.rows.flatMap((row) => alternativesOf(row).map((each) => ({ ...each, map: at }))))
  const ranks = rankAll(rows.map((each) => each.specificity))
  const patterns: [string, number][] = []
  const entries: IndexEntry[] = []
  rows.forEach((each, at) => {
    patterns.push([each.alternative, entries.length])
    entries.push({ of: 'row', map: each.map, rank: ranks[at] ?? 0, owning: each.owning })
  })
  for (const lane of model.lanes) {
    for (const { pattern, line } of lane.sourcePaths) {
      const claim = { domain: lane.domainId, file: lane.file, line, pattern: pattern.text }
      for (const alternative of pattern.alternatives) {
        patterns.push([alternative, entries.length])
        entries.push({ of: 'claim', claim })
      }
    }
  }
  return { patterns: buildPatternIndex(patterns), entries }
}

/**
 * Who owns a path. Within one map the most specific row wins and rows of equal rank all apply; across maps everything
 * that matches applies.
 */
export function matchPath(index: OwnershipIndex, path: string): PathMatch {
  const found: number[] = []
  matchPatterns(index.patterns, path, found)
  if (found.length === 0) return NOTHING
  // Ids are given in the order of the maps, rows and lanes, so sorting them restores that order.
  const entries = found.sort((a, b) => a - b).flatMap((id) => index.entries[id] ?? [])
  const best: number[] = []
  for (const entry of entries) if (entry.of === 'row') best[entry.map] = Math.min(best[entry.map] ?? entry.rank, entry.rank)
  const winners = new Set(entries.flatMap((entry) => (entry.of === 'row' && entry.rank === best[entry.map] ? entry.owning.row : [])))
  // Every column of a winning row speaks: a file that is both handler and specification is both.
  const owning = entries.flatMap((entry) => (entry.of === 'row' && winners.has(entry.owning.row) ? entry.owning : []))
  const claims = entries.flatMap((entry) => (entry.of === 'claim' ? entry.claim : []))
  return {
    owning: oneEach(owning, (each) => `${each.column} ${each.row.line} ${each.row.file}`),
    claims: oneEach(claims, (each) => each.domain),
  }
}

const NOTHING: PathMatch = { owning: [], claims: [] }

function oneEach<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  if (items.length < 2) return items
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed()
}

function alternativesOf(row: OwnershipRow): { alternative: string; specificity: Specificity; owning: OwningRow }[] {
  return row.paths.flatMap(({ column, pattern }) => {
    const owner = { map: row.kind, file: row.file, line: row.line, pattern: pattern.text, domain: row.domain }
    const owning = { owner, row, column }
    return pattern.alternatives.map((alternative) => ({ alternative, specificity: specificityOf(alternative), owning }))
  })
}

/** Gives each specificity its place, 0 the most specific, equal ones the same. */
function rankAll(all: readonly Specificity[]): number[] {
  const order = all.map((_, at) => at).sort((a, b) => compareAt(all, a, b))
  const ranks: number[] = new Array(all.length).fill(0)
  let rank = 0
  order.forEach((at, place) => {
    const before = order[place - 1]
    if (before !== undefined && compareAt(all, before, at) !== 0) rank += 1
    ranks[at] = rank
  })
  return ranks
}

function compareAt(all: readonly Specificity[], a: number, b: number): number {
  const [left, right] = [all[a], all[b]]
  return left === undefined || right === undefined ? 0 : moreSpecificFirst(left, right)
}
