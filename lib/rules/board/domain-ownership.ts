import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { DomainOwnership } from '#lib/model/domain-ownership.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'

/**
 * What a domain owns by which row of which map, in the order of the maps; what its lane claims, and whether the maps agree; and what is
 * wrong with any file that speaks of it.
 */
export function domainOwnership({ maps, lanes, diagnostics }: OperatingModel, domain: string): DomainOwnership {
  const rows = maps.flatMap((map) => map.rows.filter((row) => row.domain === domain))
  const ofDomain = lanes.filter(({ domainId }) => domainId === domain)
  const laneFiles = new Set(ofDomain.map(({ file }) => file))
  const places = new Set(rows.map(placeOf))
  const about = diagnostics.filter((each) => laneFiles.has(each.file) || places.has(placeOf(each)))
  return {
    rows: rows.map(({ kind, file, line, owner, reviewers, consumers, paths }) => ({
      kind,
      file,
      line,
      owner,
      reviewers,
      consumers,
      patterns: paths.map(({ pattern }) => pattern.text),
    })),
    claims: ofDomain.flatMap(({ file, sourcePaths }) =>
      sourcePaths.map(({ pattern, line }) => ({ file, line, pattern: pattern.text, owned: !isNotOwned(diagnostics, file, line) })),
    ),
    diagnostics: about,
    unread: maps.filter(({ state }) => state !== 'read').map(({ kind, file, state }) => ({ kind, file, state })),
  }
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`
}

function isNotOwned(diagnostics: readonly Diagnostic[], file: string, line: number): boolean {
  return diagnostics.some((each) => each.code === 'lane-path-not-owned' && each.file === file && each.line === line)
}
