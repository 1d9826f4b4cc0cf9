import { GATE_LAYERS, type GateLayer } from '#lib/model/gate-layer.ts'
import type { LeadTime, Week, WeekOfLeadTimes } from '#lib/model/trends.ts'
import { byWeek } from './weeks.ts'

/** A gate's first pass in a run that had announced it. */
export interface TimedPass {
  readonly layer: GateLayer
  readonly announcedAt: Date
  readonly passedAt: Date
}

/** How long gates took from the announcement of their run to their first pass in it, by layer and week of the pass. */
export function leadTimes(weeks: readonly Week[], passes: readonly TimedPass[]): readonly WeekOfLeadTimes[] {
  const sorted = byWeek(weeks, passes, ({ passedAt }) => passedAt)
  return weeks.map((week) => {
    const ofWeek = sorted.get(week) ?? []
    const of = (layer: GateLayer) => leadTimeOf(ofWeek.filter((pass) => pass.layer === layer).map(secondsOf))
    return { week, layers: Object.fromEntries(GATE_LAYERS.map((layer) => [layer, of(layer)])) as WeekOfLeadTimes['layers'] }
  })
}

function leadTimeOf(seconds: readonly number[]): LeadTime | null {
  if (seconds.length === 0) return null
  const sorted = seconds.toSorted((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p90: percentile(sorted, 0.9), passes: sorted.length }
}

/** The nearest rank: a value that was measured, and at least this share of the values is not above it. `sorted` is not empty. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

function secondsOf({ announcedAt, passedAt }: TimedPass): number {
  return Math.max(0, (passedAt.getTime() - announcedAt.getTime()) / 1000)
}
