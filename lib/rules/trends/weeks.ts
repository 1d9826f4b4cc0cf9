import type { Week } from '#lib/model/trends.ts'

const DAY = 24 * 60 * 60 * 1000

/** The week of a moment. */
export function weekOf(moment: Date): Week {
  const daysSinceMonday = (moment.getUTCDay() + 6) % 7
  return new Date(moment.getTime() - daysSinceMonday * DAY).toISOString().slice(0, 10)
}

/** When a week begins and ends, in milliseconds since 1970; the end is no longer of it. */
export function boundsOf(week: Week): { readonly start: number; readonly end: number } {
  const start = Date.parse(`${week}T00:00:00Z`)
  return { start, end: start + 7 * DAY }
}

/** The last `range` weeks up to that of `now`, oldest first; none that was over before `since`, for nothing was recorded then. */
export function weeksUntil(now: Date, range: number, since: Date | null): readonly Week[] {
  const { start } = boundsOf(weekOf(now))
  const weeks = Array.from({ length: range }, (_, back) => weekOf(new Date(start - (range - 1 - back) * 7 * DAY)))
  return since === null ? [] : weeks.filter((week) => boundsOf(week).end > since.getTime())
}

/** The weeks that are counted whole when everything since a moment is; always the current one. */
export function wholeWeeks(weeks: readonly Week[], since: Date | null): readonly Week[] {
  return since === null ? weeks : weeks.filter((week, at) => at === weeks.length - 1 || boundsOf(week).start >= since.getTime())
}

/** Sorts things into weeks by a moment of theirs; what is of none of the weeks is left out. */
export function byWeek<Thing>(
  weeks: readonly Week[],
  things: readonly Thing[],
  momentOf: (thing: Thing) => Date,
): ReadonlyMap<Week, readonly Thing[]> {
  const sorted = new Map<Week, Thing[]>(weeks.map((week) => [week, []]))
  for (const thing of things) sorted.get(weekOf(momentOf(thing)))?.push(thing)
  return sorted
}
