'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Long enough to be found, short enough not to be taken for a status. */
const MARKED_MS = 8_000

/**
 * Marks the cells in a region that say something else than at the judgement before, for a while and without motion. A row is known again by
 * its `data-domain`.
 */
export function useChangedCells(region: RefObject<HTMLElement | null>, at: string): void {
  const before = useRef<{ readonly at: string; readonly said: ReadonlyMap<string, string> } | null>(null)
  useEffect(() => {
    const cells = cellsOf(region.current)
    const known = before.current?.at === at ? undefined : before.current?.said
    before.current = { at, said: new Map(cells.map(({ id, cell }) => [id, textOf(cell)])) }
    const changed = cells.filter(({ id, cell }) => (known?.get(id) ?? textOf(cell)) !== textOf(cell))
    for (const { cell } of changed) cell.setAttribute('data-changed', '')
    const unmark = () => {
      for (const { cell } of changed) cell.removeAttribute('data-changed')
    }
    const timer = setTimeout(unmark, MARKED_MS)
    return () => {
      clearTimeout(timer)
      unmark()
    }
  }, [region, at])
}

function cellsOf(region: HTMLElement | null): readonly { readonly id: string; readonly cell: HTMLTableCellElement }[] {
  const rows = [...(region?.querySelectorAll<HTMLTableRowElement>('tr[data-domain]') ?? [])]
  return rows.flatMap((row) => [...row.cells].map((cell) => ({ id: `${row.dataset.domain} ${cell.cellIndex}`, cell })))
}

function textOf(cell: HTMLElement): string {
  return cell.textContent ?? ''
}
