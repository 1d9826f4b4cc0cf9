import { cache } from 'react'
import type { BoardTab } from '#lib/model/board.ts'
import { readBoard } from '#lib/usecases/read-board.ts'
import { load } from '../load.ts'

/** The board of a candidate, judged once a request, for its title and for the page. */
export const boardAt = cache((repository: string | null, contentId: string | null, tab: BoardTab) =>
  load(() => readBoard({ repository, contentId, tab })),
)
