import type { BoardRow, BoardTab } from '#lib/model/board.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { orderLanes } from '#lib/rules/board/order-lanes.ts'
import { boardRows } from './board-rows.ts'
import { type CandidateAsked, judgedCandidate, type OfCandidate, ofCandidate } from './judged-candidate.ts'
import type { JudgedAtHand } from './known-candidate.ts'
import { unknownDomain } from './unknown-domain.ts'

export interface Board extends OfCandidate {
  readonly rows: readonly BoardRow[]
}

export interface BoardOfDomain extends OfCandidate {
  readonly row: BoardRow
}

interface BoardAsked extends CandidateAsked {
  readonly tab: BoardTab
}

/** The readiness board of a candidate: every domain by the eight items or the four layers. What is recorded is loaded once for all rows. */
export async function readBoard(asked: BoardAsked): Promise<Board | Refusal> {
  const loaded = await judgedCandidate(asked)
  if (isRefusal(loaded)) return loaded
  return boardOf(loaded, asked.tab)
}

/** The longest that a board is given again for, in milliseconds: ages on its page are as of when it was made. */
const LONGEST = 30_000

const boardsMade = new WeakMap<JudgedAtHand, Map<BoardTab, Board>>()
const judgedOf = new WeakMap<Board, JudgedAtHand>()

/** How long a board that was read stays what it is: while nothing is recorded, and until time changes something. Null when nobody can say. */
export function holdsUntil(board: Board): { readonly head: string; readonly until: number } | null {
  const judged = judgedOf.get(board)
  if (judged === undefined || judged.historyHash === null) return null
  return { head: judged.historyHash, until: Math.min(judged.now.changesAt, judged.now.getTime() + LONGEST) }
}

/** The board of what was judged, made once: whoever asks while it is the newest is given the same one. */
function boardOf(judged: JudgedAtHand, tab: BoardTab): Board {
  const made = boardsMade.get(judged) ?? new Map<BoardTab, Board>()
  const board = made.get(tab) ?? { ...ofCandidate(judged), rows: rowsOf(judged, tab) }
  boardsMade.set(judged, made.set(tab, board))
  judgedOf.set(board, judged)
  return board
}

const lastRows = new WeakMap<OperatingModel, Map<BoardTab, readonly BoardRow[]>>()

/** The rows in their order; the very list of before while all of them are the same, so that it need not be written anew. */
function rowsOf(judged: JudgedAtHand, tab: BoardTab): readonly BoardRow[] {
  const { model } = judged.current.compiled
  const rows = orderLanes(model.lanes).map(boardRows(judged, tab))
  const last = lastRows.get(model) ?? new Map<BoardTab, readonly BoardRow[]>()
  const before = last.get(tab)
  const same = before !== undefined && before.length === rows.length && before.every((row, at) => row === rows[at]) ? before : rows
  lastRows.set(model, last.set(tab, same))
  return same
}

/** One row of it: what the board says of a domain, with the reasons. */
export async function readBoardRow(asked: BoardAsked & { readonly domain: string }): Promise<BoardOfDomain | Refusal> {
  const loaded = await judgedCandidate(asked)
  if (isRefusal(loaded)) return loaded
  const { model } = loaded.current.compiled
  const lane = model.lanes.find(({ domainId }) => domainId === asked.domain)
  return lane === undefined ? unknownDomain(model, asked.domain) : { ...ofCandidate(loaded), row: boardRows(loaded, asked.tab)(lane) }
}
