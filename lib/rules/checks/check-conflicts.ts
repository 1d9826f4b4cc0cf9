import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { FileOwner } from '#lib/model/gate-plan.ts'
import type { CompiledModel } from '../ownership/compiled-model.ts'
import { conflictingOwners, equalRankConflicts } from '../ownership/equal-rank-conflicts.ts'
import { matchPath } from '../ownership/ownership-index.ts'

/** Rows of equal rank in one map for different domains: the same pattern twice, or two that meet on a tracked file. */
export function checkConflicts({ model, ownership }: CompiledModel, tree: readonly string[]): Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  const report = (path: string, owners: readonly FileOwner[]) => {
    for (const diagnostic of equalRankConflicts(path, owners)) {
      const place = `${diagnostic.file}:${diagnostic.line}`
      if (!found.has(place)) found.set(place, diagnostic)
    }
  }
  for (const map of model.maps) {
    const byPattern = new Map<string, FileOwner[]>()
    for (const row of map.rows) {
      for (const { pattern } of row.paths) {
        const owner = { map: map.kind, file: row.file, line: row.line, pattern: pattern.text, domain: row.domain }
        for (const alternative of pattern.alternatives) {
          const same = byPattern.get(alternative)
          if (same === undefined) byPattern.set(alternative, [owner])
          else same.push(owner)
        }
      }
    }
    for (const [pattern, owners] of byPattern) if (owners.length > 1) report(pattern, owners)
  }
  for (const path of tree) {
    const owners = matchPath(ownership, path).owning.map(({ owner }) => owner)
    if (owners.length > 1 && conflictingOwners(owners).length > 0) report(path, owners)
  }
  return [...found.values()]
}
