import { queryOptions } from '@tanstack/react-query'
import type { PathOwnership } from '#lib/model/ownership-report.ts'
import { request, withRepository } from './request.ts'

/** Who owns a path by the current model; asked for again after fifteen seconds, for the model may have changed. */
export function resolveQuery(repository: string | null, path: string) {
  return queryOptions({
    queryKey: ['ownership', 'resolve', repository, path],
    queryFn: ({ signal }) =>
      request<PathOwnership>(withRepository(`/api/v1/ownership/resolve?path=${encodeURIComponent(path)}`, repository), { signal }),
    enabled: path !== '',
    staleTime: 15_000,
  })
}
