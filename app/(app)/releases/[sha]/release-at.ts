import { cache } from 'react'
import { contentIdInPath } from '#lib/http/schemas/content.ts'
import { type NamedRelease, namedRelease } from '#lib/usecases/named-release.ts'
import { type SearchParameters, textOf, type UnusedParameter } from '#lib/wording/search-parameters.ts'
import { type Loaded, load } from '../../load.ts'

/** What the address of a release's page says. */
export interface ReleaseAddress {
  readonly params: Promise<{ sha: string }>
  readonly searchParams: Promise<SearchParameters>
}

export interface ReleaseAsked {
  readonly contentId: string
  readonly loaded: Loaded<NamedRelease>
  /** As links to other pages of it carry it on. */
  readonly of: { readonly repository: string | null; readonly profile: string | null }
  readonly unused: readonly UnusedParameter[]
}

const recordAt = cache((repository: string | null, contentId: string, profile: string | null) =>
  load(() => namedRelease({ repository, contentId, profile })),
)

/**
 * The record that an address asks for, judged once a request; null when the address names no content. A profile that there is not gives the
 * usual one, and is named as unused.
 */
export async function releaseAt({ params, searchParams }: ReleaseAddress): Promise<ReleaseAsked | null> {
  const parsed = contentIdInPath.safeParse((await params).sha)
  if (!parsed.success) return null
  const contentId = parsed.data
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const profile = textOf(parameters, 'profile') ?? null
  const loaded = await recordAt(repository, contentId, profile)
  if (profile === null || loaded.state !== 'refused' || loaded.refusal.refused !== 'profile-unknown') {
    return { contentId, loaded, of: { repository, profile }, unused: [] }
  }
  const because = `${loaded.refusal.errors?.[0]?.message ?? 'not a profile of the repository'}; the usual one is shown`
  return {
    contentId,
    loaded: await recordAt(repository, contentId, null),
    of: { repository, profile: null },
    unused: [{ name: 'profile', value: profile, because }],
  }
}
