const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long something took, from seconds: `0.4 s`, `42 s`, `7 min`, `3.5 h`, `2.1 d`. */
export function durationText(seconds: number): string {
  if (seconds < 10) return `${oneDigit(seconds)} s`
  if (seconds < MINUTE) return `${Math.round(seconds)} s`
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)} min`
  if (seconds < DAY) return `${oneDigit(seconds / HOUR)} h`
  return `${oneDigit(seconds / DAY)} d`
}

function oneDigit(amount: number): string {
  return String(Math.round(amount * 10) / 10)
}
