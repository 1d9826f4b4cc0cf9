import type { GuardMode } from '#lib/model/extraction-packet.ts'
import type { GuardFindingState } from '#lib/model/guard.ts'

/**
 * `report_only` and `warning` never block, `blocking_new` blocks on what is new and on debt past its day, `blocking` on every finding
 * there is. A resolved finding is none.
 */
export function blocks(mode: GuardMode, state: GuardFindingState): boolean {
  if (mode === 'report_only' || mode === 'warning' || state === 'resolved') return false
  return mode === 'blocking' || state === 'new' || state === 'expired-debt'
}
