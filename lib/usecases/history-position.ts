import { type HistoryHead, historyHead } from '#lib/store/history-head.ts'
import { ask } from '#lib/store/session.ts'

/** How far the history goes: the sequence of its newest entry, 0 before the first. Asked before a list is, so that nothing new is missed. */
export async function historyPosition(): Promise<{ readonly sequence: number }> {
  const { sequence } = await ask(historyHead)
  return { sequence }
}

/** The head of the history now: what was answered of an earlier one may no longer be true. Throws `Unavailable`. */
export function historyNow(): Promise<HistoryHead> {
  return ask(historyHead)
}
