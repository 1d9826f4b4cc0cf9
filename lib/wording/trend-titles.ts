import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import type { BurnDown, EligibilityTrends, WeekOfLeadTimes, WeekOfSavings, WeekOfSkips } from '#lib/model/trends.ts'
import { count } from './count.ts'
import { durationText } from './duration.ts'
import { GATE_LAYER_WORDING } from './gate-layer.ts'

/** What a chart shows, in one sentence that is computed from its figures. There is at least one week of them. */

/** Hidden against declared skips, summed up and held against the first week. */
export function skipTrendTitle(weeks: readonly WeekOfSkips[]): string {
  const hidden = sum(weeks.map((week) => week.hidden))
  const declared = sum(weeks.map((week) => week.declared))
  return `${count(hidden, 'hidden skip')} came to light and ${count(declared, 'skip')} ${declared === 1 ? 'was' : 'were'} declared ${spanText(weeks.length)}`
}

/** How much debt is open, and whether it shrinks. */
export function burnDownTitle({ weeks }: BurnDown): string {
  const open = weeks.map((week) => sum(week.open))
  const now = open.at(-1) ?? 0
  const before = open[0] ?? 0
  const lines = `${count(now, 'line')} of debt ${now === 1 ? 'is' : 'are'} open`
  if (weeks.length < 2) return lines
  if (now === before) return `${lines}, as many as ${count(weeks.length - 1, 'week')} ago`
  return `${lines}, ${Math.abs(now - before)} ${now < before ? 'fewer' : 'more'} than ${count(weeks.length - 1, 'week')} ago`
}

/** Which domain has the most items, and how many have all eight, on the newest candidate. */
export function eligibilityTitle({ candidates, domains }: EligibilityTrends): string {
  const last = candidates.length - 1
  const rising = domains.filter(({ passed }) => (passed[last] ?? 0) > (passed[0] ?? 0)).length
  const falling = domains.filter(({ passed }) => (passed[last] ?? 0) < (passed[0] ?? 0)).length
  const whole = domains.filter(({ passed }) => passed[last] === 8).length
  const now = `${whole} of ${count(domains.length, 'domain')} had all 8 items on the newest candidate`
  if (candidates.length < 2) return now
  return `${now}; against ${count(candidates.length - 1, 'candidate')} before ${rising} gained and ${falling} lost items`
}

/** Which layer takes the longest. */
export function leadTimeTitle(weeks: readonly WeekOfLeadTimes[]): string {
  const newest = weeks.findLast(({ layers }) => GATE_LAYERS.some((layer) => layers[layer] !== null))
  if (newest === undefined) return 'No gate has passed in an announced run yet'
  const timed = GATE_LAYERS.flatMap((layer) => {
    const lead = newest.layers[layer]
    return lead === null ? [] : [{ layer, lead }]
  }).sort((a, b) => b.lead.p90 - a.lead.p90 || b.lead.p50 - a.lead.p50)
  const [slowest] = timed
  if (slowest === undefined) return 'No gate has passed in an announced run yet'
  const { layer, lead } = slowest
  return `${GATE_LAYER_WORDING[layer].label} gates take longest: half pass within ${durationText(lead.p50)}, nine of ten within ${durationText(lead.p90)}`
}

/** What was saved, and what it cost. */
export function savingsTitle(weeks: readonly WeekOfSavings[]): string {
  const saved = sum(weeks.map(({ savedSeconds }) => savedSeconds))
  const debt = sum(weeks.map((week) => week.debt))
  return `Skips saved ${durationText(saved)} of gates while ${count(debt, 'line')} of debt ${debt === 1 ? 'was' : 'were'} opened`
}

function spanText(weeks: number): string {
  return weeks === 1 ? 'this week' : `in ${weeks} weeks`
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
