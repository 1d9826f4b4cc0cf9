import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { CompiledModel } from '../ownership/compiled-model.ts'
import { buildPatternIndex, matchPatterns } from '../ownership/pattern-index.ts'

/**
 * `a/**` + `/b` needs a folder between: many tools read it otherwise. Where a tracked file shows that it matters, the
 * row is pointed at.
 */
export function checkStarFolders({ model }: CompiledModel, tree: readonly string[]): Diagnostic[] {
  const written = [
    ...model.maps.flatMap((map) =>
      map.rows.flatMap((row) => row.paths.map(({ pattern }) => ({ pattern, file: row.file, line: row.line }))),
    ),
    ...model.lanes.flatMap((lane) => lane.sourcePaths.map(({ pattern, line }) => ({ pattern, file: lane.file, line }))),
  ].filter(({ pattern }) => pattern.alternatives.some((each) => STAR_FOLDER.test(each)))
  const strict = buildPatternIndex(written.flatMap(({ pattern }, id) => pattern.alternatives.map((each) => [each, id] as const)))
  const loose = buildPatternIndex(
    written.flatMap(({ pattern }, id) => pattern.alternatives.map((each) => [withoutFolder(each), id] as const)),
  )
  const missed = new Map<number, string>()
  const [matched, nearly]: [number[], number[]] = [[], []]
  for (const path of written.length === 0 ? [] : tree) {
    matchPatterns(loose, path, nearly)
    if (nearly.length > 0) matchPatterns(strict, path, matched)
    for (const id of nearly) if (!missed.has(id) && !matched.includes(id)) missed.set(id, path)
  }
  return [...missed].flatMap(([id, path]) => {
    const found = written[id]
    if (found === undefined) return []
    return {
      file: found.file,
      line: found.line,
      column: 1,
      code: 'pattern-needs-folder',
      severity: 'warning',
      message: `${found.pattern.text} does not match ${path}: between its slashes there must be a folder.`,
      hint: `Write ${atEveryDepth(found.pattern.text)} to match files at every depth, ${path} included.`,
    } as const
  })
}

const STAR_FOLDER = /(^|\/)\*\*\//

function atEveryDepth(pattern: string): string {
  return pattern.replace(STAR_FOLDER, '$1**').replaceAll(/\*{3,}/g, '**')
}

function withoutFolder(pattern: string): string {
  return pattern.replace(STAR_FOLDER, '$1')
}
