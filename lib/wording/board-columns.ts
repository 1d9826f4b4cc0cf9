import type { BoardTab } from '#lib/model/board.ts'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { ELIGIBILITY_ITEM_WORDING } from './eligibility-item.ts'
import { GATE_LAYER_WORDING } from './gate-layer.ts'
import type { Wording } from './wording.ts'

/** A column of the readiness board. */
export interface BoardColumn extends Wording {
  readonly id: string
  /** Counted from 1, as it stands in the column's head. */
  readonly number: number
}

/** The columns of each tab, in the order of the cells of a row. */
export const BOARD_COLUMNS: Readonly<Record<BoardTab, readonly BoardColumn[]>> = {
  items: ELIGIBILITY_ITEMS.map((id, at) => ({ id, number: at + 1, ...ELIGIBILITY_ITEM_WORDING[id] })),
  layers: GATE_LAYERS.map((id, at) => ({ id, number: at + 1, ...GATE_LAYER_WORDING[id] })),
}
