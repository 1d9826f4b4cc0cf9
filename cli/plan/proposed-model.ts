import type { Change, ChangedFile } from '#lib/model/change.ts'
import type { GatePlan, ProposedModel } from '#lib/model/gate-plan.ts'
import { type ModelLocations, SETTINGS_FILE } from '#lib/model/operating-model.ts'
import type { CompiledModel } from '#lib/rules/ownership/compiled-model.ts'
import { planChange } from '#lib/rules/routing/plan-change.ts'

/** What the plan would be under the model that the change brings; null when the change leaves the model's files alone. */
export async function proposedModel(facts: {
  readonly compiled: CompiledModel
  readonly change: Change
  readonly plan: GatePlan
  readonly readHead: () => Promise<CompiledModel>
}): Promise<ProposedModel | null> {
  const { compiled, change, plan } = facts
  if (!touchesModel(change.files, compiled.model.locations)) return null
  const proposed = planChange(await facts.readHead(), change)
  const today = new Set(plan.gates.map((gate) => gate.id))
  const then = new Set(proposed.gates.map((gate) => gate.id))
  return {
    modelDigest: proposed.modelDigest,
    gatesAdded: [...then].filter((id) => !today.has(id)),
    gatesRemoved: [...today].filter((id) => !then.has(id)),
    diagnostics: proposed.diagnostics,
  }
}

/** A change of the settings may move every other file, so it counts wherever it moves them to. */
function touchesModel(files: readonly ChangedFile[], locations: ModelLocations): boolean {
  const places = [SETTINGS_FILE, ...Object.values(locations)]
  return files.some(({ path }) => places.some((place) => path === place || path.startsWith(`${place}/`)))
}
