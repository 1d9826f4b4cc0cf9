import { times } from '../figures.ts'
import type { Measurements } from '../measurements.ts'
import { lanekeeper } from '../peers/lanekeeper.ts'
import { picomatchScan } from '../peers/picomatch.ts'
import { sideOf } from '../sides.ts'
import { spreadOf } from '../statistics.ts'
import { atMost, atMostOneOf, type Bar } from './bar.ts'

/** P4: nothing is kept of a path, and the rules take little. */
export function judgeMemory(measured: Measurements): Bar[] {
  const { name = '', rules = 0 } = measured.corpora.at(-1) ?? {}
  const ours = sideOf(measured, name, lanekeeper.name).memory
  const theirs = sideOf(measured, name, picomatchScan.name).memory
  const growth = spreadOf([ours.after / ours.compiled])
  const paths = ours.paths.toLocaleString('en')
  return [
    atMost('P4', `heap on ${name} after ${paths} different paths: at most 1.5 times that after compiling`, growth, 1.5, times),
    atMostOneOf('P4', `heap at ${rules.toLocaleString('en')} rules: at most 1/4 of picomatch`, spreadOf([ours.after / theirs.after]), 4),
  ]
}
