import { OVERLAYS, type Overlay, STATUSES, type Status } from '#lib/model/status.ts'
import type { Style } from './style.ts'

interface Mark {
  /** A shape in ASCII, so that it is there in every terminal and log. */
  readonly shape: string
  /** Four characters. */
  readonly code: string
  readonly style: keyof Style | null
}

const MARKS: Readonly<Record<Status, Mark>> = {
  passed: { shape: '+', code: 'PASS', style: 'quiet' },
  failed: { shape: 'x', code: 'FAIL', style: 'alarm' },
  missing: { shape: '?', code: 'MISS', style: 'alarm' },
  blocked: { shape: '#', code: 'BLCK', style: 'alarm' },
  stale: { shape: '~', code: 'STAL', style: 'caution' },
  partial: { shape: '%', code: 'PART', style: 'caution' },
  pending: { shape: '.', code: 'WAIT', style: 'caution' },
  skipped: { shape: '>', code: 'SKIP', style: null },
  'not-applicable': { shape: '-', code: 'N/A ', style: 'quiet' },
}

const OVERLAY_MARKS: Readonly<Record<Overlay, string>> = { excepted: 'e', debt: '!', flaky: '*' }

/** Columns that a mark without overlays takes. */
export const MARK_WIDTH = 5

/** A status as shape and word, `xFAIL`, and what is shown on top of it: `!` debt, `*` flaky, `e` excepted. */
export function statusMark(status: Status, overlays: readonly Overlay[]): string {
  const { shape, code } = MARKS[status]
  return `${shape}${code}${overlays.map((overlay) => OVERLAY_MARKS[overlay]).join('')}`
}

/** The same with colour, where there is any, padded to `width`: colours add no columns. */
export function styledMark(status: Status, overlays: readonly Overlay[], style: Style, width = 0): string {
  const { style: name } = MARKS[status]
  const mark = statusMark(status, overlays)
  const padding = ' '.repeat(Math.max(0, width - mark.length))
  return `${name === null ? mark : style[name](mark)}${padding}`
}

/** What the marks that are shown mean, in one line. */
export function markLegend(statuses: Iterable<Status>, overlays: Iterable<Overlay>): string {
  const [shown, on] = [new Set(statuses), new Set(overlays)]
  const words = STATUSES.filter((each) => shown.has(each)).map((each) => `${statusMark(each, []).trim()} ${each}`)
  const tops = OVERLAYS.filter((each) => on.has(each)).map((each) => `${OVERLAY_MARKS[each]} ${each}`)
  return [...words, ...tops].join(', ')
}
