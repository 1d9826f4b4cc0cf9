import type { EligibilityItemId, EligibilityVerdict } from './eligibility.ts'
import type { GateLayer } from './gate-layer.ts'
import type { Reason } from './reason.ts'
import type { Overlay, Status } from './status.ts'

/** What the columns of the readiness board are: the eight items, or the four layers. */
export const BOARD_TABS = ['items', 'layers'] as const

export type BoardTab = (typeof BOARD_TABS)[number]

/** What is seen of a cell. */
export interface CellFace {
  readonly id: EligibilityItemId | GateLayer
  readonly status: Status
  readonly overlays: readonly Overlay[]
  /** A few words beside the status: `3 of 4 passed`. */
  readonly note: string
}

/** What is seen of a row. */
export interface RowFace {
  readonly domain: string
  readonly group: string | null
  readonly title: string
  readonly owner: string | null
  /** Of independent promotion, whatever the columns are. */
  readonly verdict: EligibilityVerdict
  readonly cells: readonly CellFace[]
}

export interface BoardCell extends CellFace {
  readonly reasons: readonly Reason[]
}

export interface BoardRow extends RowFace {
  readonly cells: readonly BoardCell[]
}
