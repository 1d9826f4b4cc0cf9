import { count, groupDigits } from '#lib/wording/count.ts'

/** The changes of one kind that are named, and how many there are. */
export interface Listed<Change> {
  readonly changes: readonly Change[]
  readonly amount: number
}

/** The first of a list, which are the worst where there is an order; a comparison names no more of each kind. */
export function firstOf<Change>(changes: readonly Change[], most: number): Listed<Change> {
  return { changes: changes.slice(0, most), amount: changes.length }
}

/** Says how many are not named. */
export function MoreThanListed({ changes, amount }: Listed<unknown>) {
  if (amount <= changes.length) return null
  return (
    <p className="mt-2 text-dense text-muted">
      The first {groupDigits(changes.length)} of {count(amount, 'change')}; the boards of both candidates have all.
    </p>
  )
}
