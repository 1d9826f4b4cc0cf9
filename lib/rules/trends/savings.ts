import type { CountedLine } from '#lib/model/debt.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { Week, WeekOfSavings } from '#lib/model/trends.ts'
import { byWeek } from './weeks.ts'

/** A skip that holds, and how long its gate took when it passed before: seconds, null when the proof does not say. */
export interface SavingSkip {
  readonly declaredAt: Date
  readonly seconds: number | null
}

/** What skips saved beside the debt that was opened, week by week. */
export function savings(weeks: readonly Week[], skips: readonly SavingSkip[], lines: readonly CountedLine[]): readonly WeekOfSavings[] {
  const saved = byWeek(weeks, skips, ({ declaredAt }) => declaredAt)
  const opened = byWeek(weeks, lines, ({ openedAt }) => openedAt)
  return weeks.map((week) => {
    const ofWeek = saved.get(week) ?? []
    const timed = ofWeek.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))
    return {
      week,
      savedSeconds: timed.reduce((sum, seconds) => sum + seconds, 0),
      skips: timed.length,
      unknown: ofWeek.length - timed.length,
      debt: opened.get(week)?.length ?? 0,
    }
  })
}

/** How long a run took by its producer's own moments, in seconds; null when it does not say, or says that it ended before it began. */
export function durationOf({ startedAt, finishedAt }: Pick<Evidence, 'startedAt' | 'finishedAt'>): number | null {
  if (startedAt === null || finishedAt === null) return null
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}
