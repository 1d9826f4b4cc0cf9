import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { CompiledModel } from '../ownership/compiled-model.ts'
import { checkConflicts } from './check-conflicts.ts'
import { checkDocuments } from './check-documents.ts'
import { checkDomains } from './check-domains.ts'
import { checkLanePaths } from './check-lane-paths.ts'
import { checkNames } from './check-names.ts'
import { checkStarFolders } from './check-star-folders.ts'

/**
 * Holds the files of a model against one another and, when the tracked files are known, against those. Each check is
 * one claim; together they say what every single file cannot know by itself.
 */
export function checkModel(compiled: CompiledModel, tree: readonly string[] | null): Diagnostic[] {
  return [
    ...checkConflicts(compiled, tree ?? []),
    ...checkLanePaths(compiled, tree ?? []),
    ...checkDomains(compiled.model),
    ...checkNames(compiled.model),
    ...(tree === null ? [] : checkStarFolders(compiled, tree)),
    ...(tree === null ? [] : checkDocuments(compiled.model, tree)),
  ]
}
