import { type RefObject, startTransition, useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { rowsSeen, rowWindow, type Seen, servedRows } from './row-window.ts'

/** What a row is high before it was measured, in pixels. */
const USUAL_HEIGHT = 45

/**
 * Which rows of `amount` are to be drawn in the region that scrolls, and how high one is. The server draws the first few; in the browser it
 * follows the scrolling. `show` scrolls to a row and draws it at once. On paper all rows stand.
 */
export function useRowWindow(region: RefObject<HTMLElement | null>, amount: number) {
  const [seen, setSeen] = useState<Seen | 'first' | 'all'>('first')
  const [height, setHeight] = useState(USUAL_HEIGHT)

  const follow = useCallback(() => {
    const box = region.current
    if (box === null) return
    const row = heightOf(box)
    setHeight(row)
    const now = rowsSeen(box.scrollTop / row, box.clientHeight / row)
    // The same object when nothing changed, so that nothing is drawn again.
    setSeen((before) => (typeof before === 'object' && before.top === now.top && before.height === now.height ? before : now))
  }, [region])

  useEffect(() => {
    const box = region.current
    if (box === null) return
    const drawAll = () => flushSync(() => setSeen('all'))
    // The page can be used before the rest of the rows is there.
    startTransition(follow)
    box.addEventListener('scroll', follow, { passive: true })
    window.addEventListener('resize', follow)
    window.addEventListener('beforeprint', drawAll)
    window.addEventListener('afterprint', follow)
    return () => {
      box.removeEventListener('scroll', follow)
      window.removeEventListener('resize', follow)
      window.removeEventListener('beforeprint', drawAll)
      window.removeEventListener('afterprint', follow)
    }
  }, [region, follow])

  const show = useCallback(
    (row: number) => {
      const box = region.current
      if (box === null) return
      const each = heightOf(box)
      const [top, bottom] = [row * each, (row + 1) * each + (box.querySelector('thead')?.clientHeight ?? 0)]
      if (top < box.scrollTop) box.scrollTop = top
      else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
      flushSync(follow)
    },
    [region, follow],
  )

  const range = seen === 'first' ? { from: 0, to: servedRows(amount) } : seen === 'all' ? { from: 0, to: amount } : rowWindow(amount, seen)
  return { range, height, show }
}

function heightOf(box: HTMLElement): number {
  return box.querySelector<HTMLElement>('tr[data-domain]')?.offsetHeight || USUAL_HEIGHT
}
