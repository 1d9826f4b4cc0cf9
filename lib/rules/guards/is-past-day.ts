import { hasCome } from '../status/watched-moment.ts'

const DAY = 24 * 60 * 60 * 1000

/** True once an ISO day is over: at 24:00 UTC of it. A day that cannot be read is over, so that nothing is tolerated by a slip. */
export function isPastDay(day: string, now: Date): boolean {
  const start = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(start) || hasCome(start + DAY, now)
}
