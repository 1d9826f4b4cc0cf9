const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/**
 * How long ago a moment was, seen from `now` (both in milliseconds since 1970): `just now`, `4 min ago`, `3 h ago`,
 * `2 d ago`, and the date beyond seven days. A moment ahead of `now` is shown as a date: clocks differ, and a negative age is no age.
 */
export function ageOf(moment: number, now: number): string {
  const passed = now - moment
  if (passed < -MINUTE || passed > 7 * DAY) return dateOf(moment)
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`
  return `${Math.floor(passed / DAY)} d ago`
}

/** A moment as `24 Nov 2026` in UTC. */
export function dateOf(moment: number): string {
  const { year, month, day } = partsOf(moment)
  return `${day} ${MONTHS[month]} ${year}`
}

/** A moment as `24 Nov 2026, 03:15:02 UTC`. */
export function momentOf(moment: number): string {
  const { clock } = partsOf(moment)
  return `${dateOf(moment)}, ${clock} UTC`
}

/** A moment of today as `12:38 UTC`, seen from `now`; of another day as its date. */
export function clockOf(moment: number, now: number): string {
  const { clock } = partsOf(moment)
  return dateOf(moment) === dateOf(now) ? `${clock.slice(0, 5)} UTC` : dateOf(moment)
}

function partsOf(moment: number) {
  const date = new Date(moment)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    clock: date.toISOString().slice(11, 19),
  }
}
