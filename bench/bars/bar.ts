import { fraction } from '../figures.ts'
import type { Spread } from '../statistics.ts'

/** One claim about speed, size or correctness, with what this run found. */
export interface Bar {
  readonly id: string
  readonly claim: string
  readonly figure: string
  readonly state: 'reached' | 'not reached' | 'not measured'
}

/** The rules at which the bars on size are judged, and what is said of them in a run that stops before. */
export const MOST_RULES = 10_000
export const TOO_FEW_RULES = 'this run stops at fewer rules'

/** A bar on a figure that must not be more than `most`. */
export function atMost(id: string, claim: string, figure: Spread, most: number, show: (figure: Spread) => string): Bar {
  return { id, claim, figure: show(figure), state: figure.median <= most ? 'reached' : 'not reached' }
}

/** A bar on a ratio that must not be more than one part of so many. */
export function atMostOneOf(id: string, claim: string, ratio: Spread, parts: number): Bar {
  return atMost(id, claim, ratio, 1 / parts, fraction)
}

export function unmeasured(id: string, claim: string, why: string): Bar {
  return { id, claim, figure: why, state: 'not measured' }
}
