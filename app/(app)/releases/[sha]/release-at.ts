import { cache } from 'react'
import { contentIdInPath } from '#lib/http/schemas/content.ts'
import { type ReleaseRecord, releaseRecord } from '#lib/usecases/release-record.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { type Loaded, load } from '../../load.ts'

/** The full name of content that a part of the path is, or null when it is none. */
export function contentIdOfPart(part: string): string | null {
  const parsed = contentIdInPath.safeParse(part)
  return parsed.success ? parsed.data : null
}

const recordAt = cache((repository: string | null, contentId: string, profile: string | null) =>
  load(() => releaseRecord({ repository, contentId, profile })),
)

/** The record of a release, judged once a request. A profile that there is not gives the usual one, and is named as unused. */
export async function releaseAt(
  repository: string | null,
  contentId: string,
  profile: string | null,
): Promise<{ readonly loaded: Loaded<ReleaseRecord>; readonly unused: readonly UnusedParameter[] }> {
  const loaded = await recordAt(repository, contentId, profile)
  if (profile === null || loaded.state !== 'refused' || loaded.refusal.refused !== 'profile-unknown') return { loaded, unused: [] }
  const because = `${loaded.refusal.errors?.[0]?.message ?? 'not a profile of the repository'}; the usual one is shown`
  return { loaded: await recordAt(repository, contentId, null), unused: [{ name: 'profile', value: profile, because }] }
}
