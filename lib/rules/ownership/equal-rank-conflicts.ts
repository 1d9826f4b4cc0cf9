import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { FileOwner } from '#lib/model/gate-plan.ts'
import { MAP_KINDS } from '#lib/model/map-kind.ts'

/** The owners of a path that rows of equal rank in one map give to different domains: all apply, and a person should choose. */
export function conflictingOwners(owners: readonly FileOwner[]): FileOwner[][] {
  return MAP_KINDS.flatMap((kind) => {
    const ofMap = owners.filter((owner) => owner.map === kind)
    return new Set(ofMap.map((owner) => owner.domain)).size > 1 ? [ofMap] : []
  })
}

/** The warning for each map in which a path has conflicting owners, at the first of the rows. */
export function equalRankConflicts(path: string, owners: readonly FileOwner[]): Diagnostic[] {
  return conflictingOwners(owners).flatMap((conflict) => {
    const [first, ...others] = conflict
    if (first === undefined) return []
    return {
      file: first.file,
      line: first.line,
      column: 1,
      code: 'ownership-conflict',
      severity: 'warning',
      message: `${path} belongs to ${first.domain} here and to ${others.map((each) => `${each.domain} in line ${each.line}`).join(', ')}: all apply.`,
      hint: 'Make one of the patterns more specific, or give the path to one domain.',
    } as const
  })
}
