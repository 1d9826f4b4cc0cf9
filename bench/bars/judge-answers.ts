import type { Measurements } from '../measurements.ts'
import { IGNORE } from '../peers/contenders.ts'
import type { Bar } from './bar.ts'

/** P5: not one answer differs from the written semantics, nor from gitignore's where the two mean the same. */
export function judgeAnswers(measured: Measurements): Bar[] {
  return [
    ...measured.fuzz.map(({ against, pairs, matching, different }) =>
      noneDiffers(
        against === 'ignore' ? 'the gitignore subset, fuzzed, as `ignore` has it' : 'patterns, fuzzed, by the written semantics',
        `${different} of ${pairs.toLocaleString('en')} pairs differ, ${Math.round((100 * matching) / pairs)} % match`,
        different,
      ),
    ),
    ownersAgree(
      'owners on every corpus, as `ignore` has them',
      measured.comparisons.filter(({ contender }) => contender === IGNORE),
    ),
    ownersAgree('owners on every corpus, by the written semantics', measured.winners),
  ]
}

/** P6: no pair of a pattern and a path is slow. */
export function judgeWorstCases({ worstCases }: Measurements): Bar[] {
  return worstCases.map(({ what, ms, tried }) => ({
    id: 'P6',
    claim: `${what}: no lookup over 1 ms`,
    figure: `${ms.toFixed(3)} ms at worst of ${tried.toLocaleString('en')} tried`,
    state: ms <= 1 ? 'reached' : 'not reached',
  }))
}

function ownersAgree(claim: string, compared: readonly { readonly paths: number; readonly different: number }[]): Bar {
  const different = compared.reduce((sum, each) => sum + each.different, 0)
  const paths = compared.reduce((sum, each) => sum + each.paths, 0)
  return noneDiffers(claim, `${different} of ${paths.toLocaleString('en')} paths differ`, different)
}

function noneDiffers(claim: string, figure: string, different: number): Bar {
  return { id: 'P5', claim, figure, state: different === 0 ? 'reached' : 'not reached' }
}
