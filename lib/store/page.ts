/** A place in a list that is newest first: the sequence of the last item that was shown. */
export type Cursor = bigint

export interface PageAsked {
  /** Only what is older than this; null begins with the newest. */
  readonly before: Cursor | null
  readonly limit: number
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** Null on the last page. */
  readonly next: Cursor | null
}

/** Makes a page of rows that were asked for with one more than the limit, so that it is known whether there are more. */
export function pageOf<Row extends { readonly sequence: number | bigint }, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(show), next: rows.length > limit && last !== undefined ? BigInt(last.sequence) : null }
}
