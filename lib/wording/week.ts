import type { Week } from '#lib/model/trends.ts'
import { dateOf } from './age.ts'

const DAY = 24 * 60 * 60 * 1000

/** A week by the day it begins with, for an axis: `23 Nov`. */
export function weekLabel(week: Week): string {
  return dateOf(Date.parse(week)).replace(/ \d{4}$/, '')
}

/** A week for a table: `23 – 29 Nov 2026`; both months where it spans two. */
export function weekText(week: Week): string {
  const start = Date.parse(week)
  const [first, last] = [weekLabel(week), dateOf(start + 6 * DAY)]
  const sameMonth = first.split(' ')[1] === last.split(' ')[1]
  return `${sameMonth ? first.split(' ')[0] : first} – ${last}`
}

/** The week after, by the day it begins with: `30 Nov 2026`. */
export function nextWeekText(week: Week): string {
  return dateOf(Date.parse(week) + 7 * DAY)
}
