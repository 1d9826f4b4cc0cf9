import { useCallback } from 'react'
import { useAddress } from '#components/ui/use-address.ts'
import { BOARD_MARKS, BOARD_SORTS, type BoardMark, type BoardSort } from './board-filter.ts'

/** The cell that is open, as the URL has it; opening one is a step back in the history. */
export function useOpenCell() {
  const { values, set } = useAddress(['cell'], { history: 'push' })
  const setCell = useCallback((cell: string | null, { history }: { readonly history?: 'replace' } = {}) => set({ cell }, history), [set])
  return [values.cell, setCell] as const
}

/** How the rows are narrowed and ordered, as the URL has it. */
export function useArrangement() {
  const { values: typed, set: setTyped } = useAddress(['q'], { history: 'replace', everyMs: 200 })
  const { values, set } = useAddress(['status', 'sort'], { history: 'replace' })
  return {
    text: typed.q ?? '',
    setText: useCallback((q: string | null) => setTyped({ q }), [setTyped]),
    mark: BOARD_MARKS.find((each) => each === values.status) ?? null,
    setMark: useCallback((status: BoardMark | null) => set({ status }), [set]),
    sort: BOARD_SORTS.find((each) => each === values.sort) ?? 'open',
    setSort: useCallback((sort: BoardSort | null) => set({ sort: sort === 'open' ? null : sort }), [set]),
  }
}
