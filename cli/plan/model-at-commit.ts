import type { CommitRange } from '#cli/git/commit-range.ts'
import { type GitObjects, openGitObjects } from '#cli/git/git-objects.ts'
import { keepModel, recallModel } from '#cli/memory/model-memory.ts'
import { commitTree } from '#cli/source-trees/commit-tree.ts'
import type { Terminal } from '#cli/terminal.ts'
import type { CompiledModel } from '#lib/rules/ownership/compiled-model.ts'
import { indexOwnership } from '#lib/rules/ownership/ownership-index.ts'

/** Reads the models of commits. A commit's content never changes, so what was read of one before is recalled. */
export interface CommitModels {
  /** The model that a commit holds, read without touching the work tree. */
  at(commit: string): Promise<CompiledModel>
  /** Ends the git process, when there is one. */
  close(): void
}

/** The models of a repository's commits. Git is started when the first of them has to be read. */
export function commitModels({ repository, git }: CommitRange, { memory }: Terminal): CommitModels {
  const { name, prefix } = repository
  let objects: GitObjects | null = null
  return {
    at: async (commit) => {
      const key = `commit ${commit} ${name} ${prefix}`
      const remembered = recallModel(memory, key)
      if (remembered !== null) return { model: remembered.model, ownership: indexOwnership(remembered.model) }
      objects ??= openGitObjects(git)
      const tree = commitTree(objects, commit, prefix)
      const { compileModel, lookAround } = await import('#cli/source-trees/model-reader.ts')
      await tree.settle(lookAround)
      const compiled = await tree.settle((files) => compileModel(files, { name }))
      keepModel(memory, key, { reading: null, model: compiled.model })
      return compiled
    },
    close: () => objects?.close(),
  }
}
