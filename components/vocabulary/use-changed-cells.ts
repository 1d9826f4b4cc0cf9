'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Long enough to be found, short enough not to be taken for a status. */
const MARKED_MS = 8_000

/** Marks the cells in a region whose name is another one since the judgement before, for a while and without motion. */
export function useChangedCells(region: RefObject<HTMLElement | null>, at: string): void {
  const before = useRef<{ readonly at: string; readonly names: ReadonlyMap<string, string> } | null>(null)
  useEffect(() => {
    const cells = [...(region.current?.querySelectorAll<HTMLElement>('a[data-cell]') ?? [])]
    const known = before.current?.at === at ? undefined : before.current?.names
    before.current = { at, names: new Map(cells.map((cell) => [idOf(cell), nameOf(cell)])) }
    const changed = cells.filter((cell) => (known?.get(idOf(cell)) ?? nameOf(cell)) !== nameOf(cell))
    for (const cell of changed) cell.setAttribute('data-changed', '')
    const unmark = () => {
      for (const cell of changed) cell.removeAttribute('data-changed')
    }
    const timer = setTimeout(unmark, MARKED_MS)
    return () => {
      clearTimeout(timer)
      unmark()
    }
  }, [region, at])
}

function idOf(cell: HTMLElement): string {
  return cell.dataset.cell ?? ''
}

function nameOf(cell: HTMLElement): string {
  return cell.getAttribute('aria-label') ?? ''
}
