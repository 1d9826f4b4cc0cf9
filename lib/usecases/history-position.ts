import { historyHead } from '#lib/store/history-head.ts'
import { ask } from '#lib/store/session.ts'

/** How far the history goes: the sequence of its newest entry, 0 before the first. Asked before a list is, so that nothing new is missed. */
export async function historyPosition(): Promise<{ readonly sequence: number }> {
  const { sequence } = await ask(historyHead)
  return { sequence }
}
