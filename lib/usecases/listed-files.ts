import type { ChangedFiles } from '#lib/formats/changed-files.ts'
import { checkPath } from '#lib/formats/git-path.ts'
import type { ChangedFile } from '#lib/model/change.ts'

/**
 * The files of a list as a change has them: a bare path is a modified file; a rename or copy counts by both paths, also when only one of
 * the two is listed; what is listed twice counts once. A path outside the repository stays in the list, with an error.
 */
export function listedFiles(listed: readonly (string | ChangedFile)[]): ChangedFiles {
  const files = listed.map((entry): ChangedFile => (typeof entry === 'string' ? { path: withoutDot(entry), change: 'modified' } : entry))
  const paths = new Set(files.map((file) => file.path))
  const completed = files.flatMap((file) => [
    file,
    ...(file.from === undefined || paths.has(file.from) ? [] : [{ path: file.from, change: file.change, to: file.path }]),
    ...(file.to === undefined || paths.has(file.to) ? [] : [{ path: file.to, change: file.change, from: file.path }]),
  ])
  const byContent = new Map(completed.map((file) => [JSON.stringify([file.path, file.change, file.from, file.to]), file]))
  const unique = [...byContent.values()]
  return { files: unique, diagnostics: unique.flatMap(({ path }, at) => checkPath({ path, lossy: false }, 'files', at + 1)) }
}

function withoutDot(path: string): string {
  return path.replace(/^(\.\/)+/, '')
}
