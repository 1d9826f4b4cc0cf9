import { cache } from 'react'
import type { BoardTab } from '#lib/model/board.ts'
import { type Board, readBoard } from '#lib/usecases/read-board.ts'
import { type Loaded, load } from '../load.ts'

/** The board of a candidate, judged once a request, for its title and for the page. */
export const boardAt = cache((repository: string | null, contentId: string | null, tab: BoardTab) =>
  load(() => readBoard({ repository, contentId, tab })),
)

/** A page's title with the verdict of what it shows; its name alone when there is none. */
export function boardTitle(loaded: Loaded<Board>, name: string): string {
  if (loaded.state !== 'loaded' || loaded.value.content === null) return name
  const { rows } = loaded.value
  return `${rows.filter(({ verdict }) => verdict === 'eligible').length} of ${rows.length} eligible · ${name}`
}
