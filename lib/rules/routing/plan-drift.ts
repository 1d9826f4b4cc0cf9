import type { Change } from '#lib/model/change.ts'
import type { GatePlan, PlannedGate } from '#lib/model/gate-plan.ts'
import type { CompiledModel } from '../ownership/compiled-model.ts'
import { planChange } from './plan-change.ts'

/** What a change would be asked for by another model than the one it was planned with. */
export interface PlanDrift {
  /** Of the other model. */
  readonly modelDigest: string
  /** Gates that it asks for and the plan does not. */
  readonly added: readonly PlannedGate[]
  /** Gates that the plan asks for and it does not, each with the rule that leaves it out, or that there is no such gate any more. */
  readonly removed: readonly { readonly id: string; readonly title: string; readonly because: string }[]
}

/** Plans the change of a plan again, by another model, and says what differs. The plan itself stays what it is. */
export function planDrift(plan: GatePlan, model: CompiledModel): PlanDrift {
  const again = planChange(model, changeOf(plan))
  const [before, after] = [idsOf(plan), idsOf(again)]
  const because = new Map(again.notRequired.map((each) => [each.id, each.because]))
  return {
    modelDigest: again.modelDigest,
    added: again.gates.filter(({ id }) => !before.has(id)),
    removed: plan.gates
      .filter(({ id }) => !after.has(id))
      .map(({ id, title }) => ({ id, title, because: because.get(id) ?? 'the operating model has no such gate any more' })),
  }
}

/** The change as it was planned. What went wrong while its files were read is part of it: that brought broad gates, and would again. */
function changeOf({ base, head, profile, files, diagnostics }: GatePlan): Change {
  return {
    base,
    head,
    profile,
    files: files.map(({ path, change, from, to }) => ({
      path,
      change,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })),
    diagnostics: diagnostics.filter(({ file }) => CHANGE_LISTS.has(file)),
  }
}

/** What a diagnostic names as its file when it is about the list of changed files itself. */
const CHANGE_LISTS: ReadonlySet<string> = new Set(['diff', 'files'])

function idsOf({ gates }: Pick<GatePlan, 'gates'>): ReadonlySet<string> {
  return new Set(gates.map(({ id }) => id))
}
