import { times } from '../figures.ts'
import type { Measurements } from '../measurements.ts'
import { CODEOWNERS, FLOOR, GLOB_SCANS, LANEKEEPER, PEERS } from '../peers/contenders.ts'
import { against, fastestCorrect, growthOf, syntheticOf } from '../sides.ts'
import { atMost, atMostOneOf, type Bar, MOST_RULES, TOO_FEW_RULES, unmeasured } from './bar.ts'

/** P1 to P3: a path beside the peers, as the rules grow, and beside the floor. */
export function judgeRouting(measured: Measurements): Bar[] {
  const realistic = measured.corpora[0]?.name ?? ''
  return [
    atMostOneOf('P1', `a path on ${realistic}: at most 1/300 of codeowners`, against(measured, realistic, CODEOWNERS), 300),
    besideFastest(measured, 'P1', realistic, GLOB_SCANS, 'correct glob scan', 10),
    ...judgeMostRules(measured),
    ...measured.corpora.map(({ name }) =>
      atMost('P2', `a path on ${name}: at most 4 times the floor`, against(measured, name, FLOOR), 4, times),
    ),
  ]
}

function judgeMostRules(measured: Measurements): Bar[] {
  const largest = syntheticOf(measured).at(-1)
  const flat = 'a path at 10,000 rules: at most 3 times one at 100'
  if (largest?.rules !== MOST_RULES)
    return [unmeasured('P2', flat, TOO_FEW_RULES), unmeasured('P3', 'a path at 10,000 rules beside peers', TOO_FEW_RULES)]
  return [
    atMost('P2', flat, growthOf(measured, LANEKEEPER), 3, times),
    besideFastest(
      measured,
      'P3',
      largest.name,
      PEERS.map(({ name }) => name),
      'correct peer',
      100,
    ),
  ]
}

function besideFastest(measured: Measurements, id: string, corpus: string, names: readonly string[], what: string, parts: number): Bar {
  const fastest = fastestCorrect(measured, corpus, names)
  const claim = `a path on ${corpus}: at most 1/${parts} of the fastest ${what}`
  if (fastest === null) return unmeasured(id, claim, 'none of them gave our answers')
  return atMostOneOf(id, `${claim}, ${fastest}`, against(measured, corpus, fastest), parts)
}
