import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** How far the history goes: the number of its newest entry, 0 before the first. Asked twice a minute while a page is looked at. */
export const historyHeadQuery = queryOptions({
  queryKey: ['history', 'head'],
  queryFn: async ({ signal }) => {
    const { items } = await request<{ readonly items: readonly { readonly sequence: number }[] }>('/api/v1/audit?limit=1', { signal })
    return items[0]?.sequence ?? 0
  },
  refetchInterval: 30_000,
  // Without a network the question is asked and fails, so that it is seen to fail.
  networkMode: 'always',
})
