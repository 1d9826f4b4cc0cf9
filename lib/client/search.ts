import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { FoundDomain, FoundGate } from '#lib/model/search.ts'
import { request, withRepository } from './request.ts'

/** What has a text in its name: a few of each kind. */
export interface Found {
  readonly domains: readonly FoundDomain[]
  readonly gates: readonly FoundGate[]
  readonly candidates: readonly { readonly contentId: string; readonly firstSeenAt: string }[]
}

/** Asks the server for domains, gates and candidates by name. Without a text nothing is asked; while the next is asked the last stands. */
export function searchQuery(repository: string | null, text: string) {
  return queryOptions({
    queryKey: ['search', repository, text],
    queryFn: ({ signal }) => request<Found>(withRepository(`/api/v1/search?q=${encodeURIComponent(text)}`, repository), { signal }),
    enabled: text !== '',
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  })
}
