import type { GitObjects } from '#cli/git/git-objects.ts'
import type { Repository } from '#cli/git/repository.ts'
import type { CompiledModel } from '#lib/rules/ownership/compiled-model.ts'
import { compileModel } from '#lib/usecases/compile-model.ts'
import { commitTree } from './commit-tree.ts'

/** Reads and compiles the model that a commit holds. */
export function compileCommit(
  objects: GitObjects,
  commit: string,
  { name, prefix }: Pick<Repository, 'name' | 'prefix'>,
): Promise<CompiledModel> {
  return commitTree(objects, commit, prefix).settle((tree) => compileModel(tree, { name }))
}
