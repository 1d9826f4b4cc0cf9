const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 60 * 60 * 1000
const GIVEN_UP_AFTER_MS = 24 * 60 * 60 * 1000

/**
 * When an event is tried again: after 5 seconds, then twice as long each time, an hour at most. Null when it has failed for a day: then it
 * is given up, so that one event does not keep all later ones back for ever. `attempts` counts from 1.
 */
export function nextAttempt(attempts: number, failingSince: Date, now: Date): Date | null {
  if (now.getTime() - failingSince.getTime() >= GIVEN_UP_AFTER_MS) return null
  const delay = Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_DELAY_MS)
  return new Date(now.getTime() + delay)
}
