import { count, groupDigits } from '#lib/wording/count.ts'

/** No list of a comparison names more; the worst stand first. */
export const MOST_LISTED = 100

/** Says how many are not named. */
export function MoreThanListed({ amount, noun }: { amount: number; noun: string }) {
  if (amount <= MOST_LISTED) return null
  return (
    <p className="mt-2 text-dense text-muted">
      The first {groupDigits(MOST_LISTED)} of {count(amount, noun)}; the boards of both candidates have all.
    </p>
  )
}
