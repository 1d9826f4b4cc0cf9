import type { BoardTab } from '#lib/model/board.ts'
import { OVERLAYS, STATUSES } from '#lib/model/status.ts'
import type { OfCandidate } from '#lib/wording/href.ts'

/** What the rows can be ordered by: what is open first, the operating model's own order, or the name. */
export const BOARD_SORTS = ['open', 'model', 'name'] as const

export type BoardSort = (typeof BOARD_SORTS)[number]

/** What a row must have in one of its cells to be shown. */
export const BOARD_MARKS = [...STATUSES, ...OVERLAYS] as const

export type BoardMark = (typeof BOARD_MARKS)[number]

/** Which board the links lead to. */
export interface BoardPlace extends OfCandidate {
  readonly tab: BoardTab
}

/** What a board was judged on, and when. */
export interface JudgedBoard {
  /** Its full content id. */
  readonly candidate: string
  /** ISO moment of the judgement. */
  readonly computedAt: string
  /** How much of the history it knows of. */
  readonly sequence: number
}
