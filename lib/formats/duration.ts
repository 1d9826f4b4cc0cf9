const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 }

/** The seconds of a duration such as `90s`, `20m`, `72h`, `30d` or `2w`; null for anything else, also for no time at all. */
export function parseDuration(text: string): number | null {
  const match = /^(\d{1,6})([smhdw])$/.exec(text.trim())
  if (match === null) return null
  const seconds = Number(match[1]) * (SECONDS[match[2] ?? ''] ?? 0)
  return seconds > 0 ? seconds : null
}
