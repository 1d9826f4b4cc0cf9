import type { Week, WholeSince } from '#lib/model/trends.ts'
import { dateOf } from '#lib/wording/age.ts'
import { nextWeekText } from '#lib/wording/week.ts'

/** How far a trend reaches back when that is less than it could be, and when there will be more of it. */
export function TrendSpan({ weeks, wholeSince }: { weeks: readonly Week[]; wholeSince: WholeSince }) {
  const [only, second] = weeks
  return (
    <>
      {wholeSince === null ? null : `Older records than of ${dateOf(Date.parse(wholeSince))} are too many to count and are left out. `}
      {only === undefined || second !== undefined ? null : `This is the first week; a trend shows from ${nextWeekText(only)}.`}
    </>
  )
}
