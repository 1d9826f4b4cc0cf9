import { parseGitRawDiff } from '#lib/formats/git-raw-diff.ts'
import type { ChangedFile } from '#lib/model/change.ts'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { type GitPlace, requireGit } from './git-process.ts'

export interface ChangedFiles {
  readonly files: readonly ChangedFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Every path that differs between the merge bases and the head, renames and copies by both paths; of several merge bases the union.
 * The plumbing command is used because it heeds no setting of the repository that could shorten the list.
 */
export async function readChangedFiles(
  place: GitPlace,
  mergeBases: readonly string[],
  head: string,
  prefix: string,
): Promise<ChangedFiles> {
  const within = prefix === '' ? '--no-relative' : `--relative=${prefix}`
  const options = ['-r', '--raw', '-z', '-M', '-C', '--no-ext-diff', '--no-textconv', '--ignore-submodules=none', within]
  const outputs = await Promise.all(mergeBases.map((base) => requireGit(place, ['diff-tree', ...options, base, head])))
  return unionOf(outputs.map(parseGitRawDiff))
}

/** Each different entry once, in the order in which it is first seen. */
function unionOf(parts: readonly ChangedFiles[]): ChangedFiles {
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) return only
  const files = new Map<string, ChangedFile>()
  for (const file of parts.flatMap((part) => part.files)) {
    const key = JSON.stringify([file.path, file.change, file.from, file.to])
    if (!files.has(key)) files.set(key, file)
  }
  return { files: [...files.values()], diagnostics: parts.flatMap((part) => part.diagnostics) }
}
