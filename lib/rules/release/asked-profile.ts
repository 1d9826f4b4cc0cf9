import type { ReleaseProfile } from '#lib/model/release-profile.ts'

type Profiles = ReadonlyMap<string, ReleaseProfile>

/** The profile that is asked for. One that nobody knows lets nothing be skipped. */
export function askedProfile(known: Profiles, asked: ReleaseProfile | string | null): ReleaseProfile | null {
  return typeof asked === 'string' ? (known.get(asked) ?? { ...UNKNOWN, id: asked }) : asked
}

/** The profiles that skips are held against, as they are asked for. */
export function profilesWith(known: Profiles, asked: ReleaseProfile | null): Profiles {
  return asked === null || known.get(asked.id) === asked ? known : new Map(known).set(asked.id, asked)
}

const UNKNOWN: Omit<ReleaseProfile, 'id'> = {
  kind: 'full',
  mode: 'enforcing',
  maySkip: [],
  smoke: null,
  maxEvidenceAgeSeconds: null,
  rollbackGate: null,
  file: 'release-profiles.yaml',
  line: 1,
}
