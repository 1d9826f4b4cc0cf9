import { queryOptions } from '@tanstack/react-query'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { request, withRepository } from './request.ts'

/** The compiled operating model that is current, with the moment it was stored. */
export type CurrentModel = OperatingModel & { readonly createdAt: string }

/** The current model, asked for again after half a minute. */
export function currentModelQuery(repository: string | null) {
  return queryOptions({
    queryKey: ['models', 'current', repository],
    queryFn: ({ signal }) => request<CurrentModel>(withRepository('/api/v1/models/current', repository), { signal }),
    staleTime: 30_000,
  })
}
