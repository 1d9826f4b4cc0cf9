import { nearestNames } from '#lib/model/nearest-names.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { Refusal } from '#lib/model/refusal.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'

/** The release profile of that name. A misspelled one must not be taken for none. */
export function findProfile({ profiles }: OperatingModel, wanted: string): ReleaseProfile | Refusal {
  const found = profiles.find((profile) => profile.id === wanted)
  if (found !== undefined) return found
  const names = profiles.map((profile) => profile.id)
  const [nearest] = nearestNames(wanted, names)
  const message =
    nearest === undefined
      ? `is not one of the repository's profiles (${names.join(', ') || 'it has none'})`
      : `is not known; did you mean ${nearest}?`
  return { refused: 'profile-unknown', detail: `The release profile ${wanted} ${message}`, errors: [{ path: 'profile', message }] }
}
