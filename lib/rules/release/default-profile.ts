import type { ReleaseProfile } from '#lib/model/release-profile.ts'

/** The profile that is meant when none is named: the first that demands everything and enforces it, else the first; null when there is none. */
export function defaultProfile(profiles: readonly ReleaseProfile[]): ReleaseProfile | null {
  return profiles.find(({ kind, mode }) => kind === 'full' && mode === 'enforcing') ?? profiles[0] ?? null
}
