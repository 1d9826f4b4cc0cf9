import type { GuardMode } from '#lib/model/extraction-packet.ts'
import type { GuardView } from '#lib/model/guard-view.ts'
import type { GuardRunCounts } from '#lib/model/trends.ts'

/** A guard on a candidate with what it graduates to and its runs, oldest first. */
export interface GuardToShow extends GuardView {
  readonly graduation: { readonly to: GuardMode; readonly wouldBlock: number } | null
  readonly runs: readonly GuardRunCounts[]
}
