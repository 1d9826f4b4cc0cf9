import { CommandFault } from '#cli/command-fault.ts'
import { nearestNames } from '#lib/model/nearest-names.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'

/** Faults when the model has no such release profile: a plan for a profile that is not there would promise what nobody declared. */
export function requireProfile(model: OperatingModel, profile: string | null): void {
  if (profile === null || model.profiles.some((each) => each.id === profile)) return
  const known = model.profiles.map((each) => each.id)
  const near = nearestNames(profile, known)
  const hint = known.length === 0 ? `${model.locations.releaseProfiles} declares none.` : `Known profiles: ${known.join(', ')}.`
  const message = `The model has no release profile ${JSON.stringify(profile)}.${near[0] === undefined ? '' : ` Did you mean ${near[0]}?`}`
  throw new CommandFault('profile-unknown', message, hint)
}
