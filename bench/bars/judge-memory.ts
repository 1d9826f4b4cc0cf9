import { times } from '../figures.ts'
import type { Measurements } from '../measurements.ts'
import { LANEKEEPER, PICOMATCH } from '../peers/contenders.ts'
import { memoryOf } from '../sides.ts'
import { spreadOf } from '../statistics.ts'
import { atMost, atMostOneOf, type Bar, MOST_RULES, TOO_FEW_RULES, unmeasured } from './bar.ts'

/** P4: nothing is kept of a path, and the rules take little. */
export function judgeMemory(measured: Measurements): Bar[] {
  const { name = '', rules = 0 } = measured.corpora.at(-1) ?? {}
  const ours = memoryOf(measured, LANEKEEPER)
  const theirs = memoryOf(measured, PICOMATCH)
  const growth = spreadOf([ours.after / ours.compiled])
  const paths = ours.paths.toLocaleString('en')
  return [
    atMost('P4', `heap on ${name} after ${paths} different paths: at most 1.5 times that after compiling`, growth, 1.5, times),
    rules < MOST_RULES
      ? unmeasured('P4', 'heap at 10,000 rules: at most 1/4 of picomatch', TOO_FEW_RULES)
      : atMostOneOf('P4', 'heap at 10,000 rules: at most 1/4 of picomatch', spreadOf([ours.after / theirs.after]), 4),
  ]
}
