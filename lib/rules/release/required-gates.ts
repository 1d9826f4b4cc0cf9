import type { CandidatePlan } from '#lib/model/candidate-facts.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import type { IndexedModel } from './indexed-model.ts'

/**
 * The gates that a candidate needs: those of its plan, and whatever the lanes list as global today. Without a plan nobody knows what the
 * change touches, so every gate of every lane is needed. A profile that is asked for adds its smoke and its rollback gate; it takes none.
 */
export function requiredGates(
  index: Pick<IndexedModel, 'laneGates' | 'globalGates'>,
  plan: CandidatePlan | null,
  asked: ReleaseProfile | null,
): ReadonlySet<string> {
  const ofProfile = [asked?.smoke, asked?.rollbackGate].filter((id) => id != null)
  return new Set([...(plan === null ? index.laneGates : plan.gates), ...index.globalGates, ...ofProfile])
}

/** For each gate that is not needed, the sentence that says so. */
export function whyNotRequired(plan: CandidatePlan | null): (gate: string) => string {
  if (plan === null) return () => 'no plan asks for it, and no lane declares it'
  const because = new Map(plan.notRequired.map((each) => [each.id, each.because]))
  return (gate) => because.get(gate) ?? 'it was not there yet when the change was planned'
}
