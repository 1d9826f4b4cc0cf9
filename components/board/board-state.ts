import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs'
import { BOARD_MARKS, BOARD_SORTS } from './board-filter.ts'

/** The cell that is open, as the URL has it; opening one is a step back in the history. */
export function useOpenCell() {
  return useQueryState('cell', parseAsString.withOptions({ history: 'push', scroll: false }))
}

/** How the rows are narrowed and ordered, as the URL has it. */
export function useArrangement() {
  const [text, setText] = useQueryState('q', parseAsString.withDefault('').withOptions({ history: 'replace', throttleMs: 200 }))
  const [mark, setMark] = useQueryState('status', parseAsStringLiteral(BOARD_MARKS).withOptions({ history: 'replace' }))
  const [sort, setSort] = useQueryState('sort', parseAsStringLiteral(BOARD_SORTS).withDefault('open').withOptions({ history: 'replace' }))
  return { text, setText, mark, setMark, sort, setSort }
}
