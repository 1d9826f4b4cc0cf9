import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { CompiledModel } from '../ownership/compiled-model.ts'
import { matchPath } from '../ownership/ownership-index.ts'
import { mayMeet } from '../ownership/pattern-meeting.ts'

/**
 * A lane's paths are held against the maps: one that no map row of the domain can meet, or that claims a tracked file
 * which the maps give to others, is doubtful. Without a single map there is nothing to hold them against.
 */
export function checkLanePaths({ model, ownership }: CompiledModel, tree: readonly string[]): Diagnostic[] {
  if (model.maps.every((map) => map.state === 'absent')) return []
  const strangers = new Map<string, string>()
  for (const path of tree) {
    const { owning, claims } = matchPath(ownership, path)
    for (const claim of claims) {
      const place = `${claim.file}:${claim.line}`
      if (!strangers.has(place) && !owning.some(({ owner }) => owner.domain === claim.domain)) strangers.set(place, path)
    }
  }
  const owned = alternativesByDomain(model.maps.flatMap((map) => map.rows))
  return model.lanes.flatMap((lane) =>
    lane.sourcePaths.flatMap(({ pattern, line }): Diagnostic[] => {
      const stranger = strangers.get(`${lane.file}:${line}`)
      const rows = owned.get(lane.domainId) ?? []
      const met = pattern.alternatives.every((claimed) => rows.some((row) => mayMeet(row, claimed)))
      if (stranger === undefined && met) return []
      const what = stranger === undefined ? `no map row gives ${lane.domainId} such a path` : `no map gives ${stranger} to ${lane.domainId}`
      return [
        {
          file: lane.file,
          line,
          column: 1,
          code: 'lane-path-not-owned',
          severity: 'warning',
          message: `The lane of ${lane.domainId} claims ${pattern.text}, but ${what}.`,
          hint: `Add a row for ${lane.domainId} to an ownership map, or take the path out of the lane.`,
        },
      ]
    }),
  )
}

function alternativesByDomain(rows: CompiledModel['model']['maps'][number]['rows']): Map<string, string[]> {
  const byDomain = new Map<string, string[]>()
  for (const row of rows) {
    const known = byDomain.get(row.domain) ?? []
    for (const { pattern } of row.paths) known.push(...pattern.alternatives)
    byDomain.set(row.domain, known)
  }
  return byDomain
}
