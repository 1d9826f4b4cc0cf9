import { queryOptions } from '@tanstack/react-query'
import type { BoardRow, BoardTab } from '#lib/model/board.ts'
import { request, withRepository } from './request.ts'

/** A row of the board with its reasons, and how much of the history it knows of. */
export interface JudgedRow {
  readonly computedAt: string
  readonly sequence: number
  readonly row: BoardRow
}

/** Which row, of what, and at which point of the history the board that asks was judged. */
export interface RowAsked {
  readonly repository: string | null
  /** Full: the row of the same candidate as the board's. */
  readonly contentId: string
  readonly tab: BoardTab
  readonly domain: string
  readonly sequence: number
}

/** What the board says of a domain, with the reasons, which the board itself does not carry. */
export function boardRowQuery({ repository, contentId, tab, domain, sequence }: RowAsked) {
  const href = `/api/v1/board/${encodeURIComponent(domain)}?commit=${encodeURIComponent(contentId)}&tab=${tab}`
  return queryOptions({
    queryKey: ['board', repository, contentId, tab, sequence, domain],
    queryFn: ({ signal }) => request<JudgedRow>(withRepository(href, repository), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
