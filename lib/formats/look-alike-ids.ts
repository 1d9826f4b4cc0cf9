import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { Place } from '#lib/model/place.ts'

/** A domain id and a place where it is written. */
export interface WrittenId extends Place {
  readonly id: string
}

/** Warns of every domain id that differs from an earlier one only in `-`, `_` and `.`: one of the two is likely a slip. */
export function findLookAlikeIds(written: readonly WrittenId[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const first = new Map<string, WrittenId>()
  const seen = new Set<string>()
  for (const one of written) {
    if (seen.has(one.id)) continue
    seen.add(one.id)
    const bare = one.id.replace(/[-_.]/g, '')
    const other = first.get(bare)
    if (other === undefined) {
      first.set(bare, one)
      continue
    }
    diagnostics.push({
      file: one.file,
      line: one.line,
      column: 1,
      code: 'id-look-alike',
      severity: 'warning',
      message: `The domain \`${one.id}\` looks like \`${other.id}\` (${other.file}:${other.line}), but is another domain.`,
      hint: 'If both mean the same domain, write its id the same everywhere.',
    })
  }
  return diagnostics
}
