import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import type { RoutedGate } from './route.ts'

/** "Profile-specific smoke; rollback posture": what a release profile itself demands of every change that goes by it. */
export function routeProfile(profile: ReleaseProfile | undefined): RoutedGate[] {
  if (profile === undefined) return []
  const because = (gateId: string | null, text: string): RoutedGate[] =>
    gateId === null
      ? []
      : [
          {
            gateId,
            reason: {
              code: 'route.profile',
              text,
              file: null,
              map: null,
              rule: 'profile',
              declared: { file: profile.file, line: profile.line },
            },
          },
        ]
  return [
    ...because(profile.smoke, `the profile ${profile.id} needs its own smoke`),
    ...because(profile.rollbackGate, `the profile ${profile.id} needs a rollback posture`),
  ]
}
