import type { Change, ChangedFile } from '#lib/model/change.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { planChange } from '#lib/rules/routing/plan-change.ts'
import { aCompiledModel, aLane, aRow } from '#test/builders/a-model.ts'

/** The plan, by the real rules, for a change of these paths in a world of one shared service and one product. */
export function aPlan(paths: readonly string[], given: Partial<Change> = {}): GatePlan {
  const files = paths.map((path): ChangedFile => ({ path, change: 'modified' }))
  return planChange(aSmallWorld(), { base: 'b'.repeat(40), head: 'e'.repeat(40), profile: null, files, diagnostics: [], ...given })
}

function aSmallWorld() {
  return aCompiledModel({
    rows: [aRow('platform-billing', 'packages/platform/billing/**'), aRow('gpuaas', 'packages/products/gpuaas/**')],
    lanes: [aLane('platform-billing'), aLane('gpuaas', { kind: 'product', dependsOn: ['platform-billing'] })],
  })
}
