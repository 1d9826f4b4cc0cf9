/** A spot in a file of the governed repository. `line` and `column` count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
}
