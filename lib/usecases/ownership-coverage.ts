import type { OwnershipCoverage } from '#lib/model/ownership-report.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { CompiledModel } from '#lib/rules/ownership/compiled-model.ts'
import { measureCoverage } from '#lib/rules/ownership/measure-coverage.ts'
import { loadCurrentModel } from './current-model.ts'

/** Measured once per compiled model, and forgotten with it. */
const measured = new WeakMap<CompiledModel, OwnershipCoverage>()

/** How much of the tracked files of the repository's current model the maps own. */
export async function ownershipCoverage(repository: string | null): Promise<OwnershipCoverage | Refusal> {
  const current = await loadCurrentModel(repository)
  if (isRefusal(current)) return current
  const coverage = measured.get(current.compiled) ?? measureCoverage(current.compiled, current.tree)
  measured.set(current.compiled, coverage)
  return coverage
}
