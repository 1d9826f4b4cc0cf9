import { cache } from 'react'
import { contentId } from '#lib/http/schemas/content.ts'
import { listCandidates } from '#lib/usecases/list-candidates.ts'
import { type SearchParameters, textOf, type UnusedParameter } from '#lib/wording/search-parameters.ts'
import { load } from './load.ts'

/** More are not offered to choose from; any other can still be named in the address. */
const MOST_OFFERED = 50

/** What the address asks to look at: content by its full name, or the newest. */
export interface AskedCandidate {
  readonly repository: string | null
  readonly commit: string | null
  readonly unused: readonly UnusedParameter[]
}

/** Reads what the address asks to look at. */
export function askedCandidate(parameters: SearchParameters): AskedCandidate {
  const repository = textOf(parameters, 'repository') ?? null
  const text = textOf(parameters, 'commit')
  if (text === undefined) return { repository, commit: null, unused: [] }
  if (contentId.safeParse(text).success) return { repository, commit: text, unused: [] }
  const because = 'not a full commit or tree, nor sha256: and 64 digits; the newest is shown'
  return { repository, commit: null, unused: [{ name: 'commit', value: text, because }] }
}

/** The newest candidates to choose from, asked once a request. */
export const offeredCandidates = cache(async (repository: string | null) => {
  const loaded = await load(() => listCandidates({ repository, limit: MOST_OFFERED, cursor: null }))
  return loaded.state === 'loaded' ? loaded.value.items.map(({ contentId, firstSeenAt }) => ({ contentId, firstSeenAt })) : []
})
