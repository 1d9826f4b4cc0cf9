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
  return checked(readCompiled(source, options.name), options.tree ?? null)
}

/** A model in the two forms that a server needs: everything that is wrong with it, and what a plan says of it. */
export interface CompiledPair {
  /** Held against the tracked paths too. */
  readonly compiled: CompiledModel
  /** Held against itself alone, as where a plan is made without a server, so that both answer the same. */
  readonly forPlans: CompiledModel
}

/** Compiles a model once for both. */
export function compilePair(source: SourceTree, options: { readonly name: string; readonly tree: readonly string[] | null }): CompiledPair {
  const read = readCompiled(source, options.name)
  return { compiled: checked(read, options.tree), forPlans: checked(read, null) }
}

function readCompiled(source: SourceTree, name: string): CompiledModel {
  const model = readOperatingModel(source, name)
  return { model, ownership: indexOwnership(model) }
}

function checked(read: CompiledModel, tree: readonly string[] | null): CompiledModel {
  const diagnostics = [...read.model.diagnostics, ...checkModel(read, tree)].sort(byPlace)
  return { ...read, model: { ...read.model, diagnostics } }
}
