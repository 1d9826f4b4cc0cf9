import { readOperatingModel } from '#lib/formats/operating-model.ts'
import { byPlace } from '#lib/model/diagnostic.ts'
import type { SourceTree } from '#lib/model/source-tree.ts'
import { checkModel } from '#lib/rules/checks/check-model.ts'
import type { CompiledModel } from '#lib/rules/ownership/compiled-model.ts'
import { indexOwnership } from '#lib/rules/ownership/ownership-index.ts'

/**
 * Reads a repository's operating model, indexes it and holds its files against one another. Never fails: the model's
 * diagnostics say everything that could not be read or does not fit. `tree` lists the tracked paths when they are known.
 */
export function compileModel(source: SourceTree, options: { readonly name: string; readonly tree?: readonly string[] }): CompiledModel {
  const model = readOperatingModel(source, options.name)
  const compiled = { model, ownership: indexOwnership(model) }
  const diagnostics = [...model.diagnostics, ...checkModel(compiled, options.tree ?? null)].sort(byPlace)
  return { ...compiled, model: { ...model, diagnostics } }
}
