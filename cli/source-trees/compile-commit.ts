import type { GitObjects } from '#cli/git/git-objects.ts'
import type { Repository } from '#cli/git/repository.ts'
import { collectFaults } from '#lib/formats/located-faults.ts'
import { readSettings } from '#lib/formats/settings.ts'
import { SETTINGS_FILE } from '#lib/model/operating-model.ts'
import type { SourceTree } from '#lib/model/source-tree.ts'
import type { CompiledModel } from '#lib/rules/ownership/compiled-model.ts'
import { compileModel } from '#lib/usecases/compile-model.ts'
import { commitTree } from './commit-tree.ts'

/** Reads and compiles the model that a commit holds. */
export async function compileCommit(
  objects: GitObjects,
  commit: string,
  { name, prefix }: Pick<Repository, 'name' | 'prefix'>,
): Promise<CompiledModel> {
  const tree = commitTree(objects, commit, prefix)
  await tree.settle(lookAround)
  return tree.settle((files) => compileModel(files, { name }))
}

/** Looks at what a model is read from, so that the reading itself, which costs far more, finds it at hand and is done once. */
function lookAround(tree: SourceTree): void {
  const { locations } = readSettings(tree.read(SETTINGS_FILE), collectFaults(SETTINGS_FILE))
  for (const place of Object.values(locations)) {
    tree.read(place)
    for (const file of tree.list(place)) if (/\.(md|ya?ml)$/.test(file)) tree.read(file)
  }
}
