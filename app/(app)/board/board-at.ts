import { cache } from 'react'
import { letBeGivenAgain } from '#lib/http/page-being-made.ts'
import type { BoardTab } from '#lib/model/board.ts'
import { type Board, holdsUntil, readBoard } from '#lib/usecases/read-board.ts'
import { type Loaded, load } from '../load.ts'

/** The board of a candidate, judged once a request, for its title and for the page. */
export const boardAt = cache((repository: string | null, contentId: string | null, tab: BoardTab) =>
  load(() => readBoard({ repository, contentId, tab })),
)

/** Says of a page how long it holds whose every other part follows from the history alone. */
export function holdAsLongAs(board: Board): void {
  const validity = holdsUntil(board)
  if (validity !== null) letBeGivenAgain(validity)
}

/** A page's title with the verdict of what it shows; its name alone when there is none. */
export function boardTitle(loaded: Loaded<Board>, name: string): string {
  if (loaded.state !== 'loaded' || loaded.value.content === null) return name
  const { rows } = loaded.value
  return `${rows.filter(({ verdict }) => verdict === 'eligible').length} of ${rows.length} eligible · ${name}`
}
