import { letBeGivenAgain } from '#lib/http/answer-being-made.ts'
import { type Board, holdsUntil } from '#lib/usecases/read-board.ts'

/** Says of an answer how long it holds whose every other part follows from the history alone. */
export function holdAsLongAs(board: Board): void {
  const validity = holdsUntil(board)
  if (validity !== null) letBeGivenAgain(validity)
}
