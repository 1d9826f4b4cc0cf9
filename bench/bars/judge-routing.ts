import { times } from '../figures.ts'
import type { Measurements } from '../measurements.ts'
import { codeowners } from '../peers/codeowners.ts'
import { GLOB_SCANS, PEERS } from '../peers/contenders.ts'
import { lanekeeper } from '../peers/lanekeeper.ts'
import { mapPrefixWalk } from '../peers/map-prefix-walk.ts'
import { against, fastestCorrect, growthOf, syntheticOf } from '../sides.ts'
import { atMost, atMostOneOf, type Bar, unmeasured } from './bar.ts'

const MOST_RULES = 10_000

/** P1 to P3: a path beside the peers, as the rules grow, and beside the floor. */
export function judgeRouting(measured: Measurements): Bar[] {
  const realistic = measured.corpora[0]?.name ?? ''
  return [
    atMostOneOf('P1', `a path on ${realistic}: at most 1/300 of codeowners`, against(measured, realistic, codeowners.name), 300),
    besideFastest(measured, 'P1', realistic, GLOB_SCANS.map(nameOf), 'correct glob scan', 10),
    ...judgeMostRules(measured),
    ...measured.corpora.map(({ name }) =>
      atMost('P2', `a path on ${name}: at most 4 times the floor`, against(measured, name, mapPrefixWalk.name), 4, times),
    ),
  ]
}

function judgeMostRules(measured: Measurements): Bar[] {
  const largest = syntheticOf(measured).at(-1)
  const flat = 'a path at 10,000 rules: at most 3 times one at 100'
  if (largest?.rules !== MOST_RULES)
    return [unmeasured('P2', flat, TOO_FEW), unmeasured('P3', 'a path at 10,000 rules beside peers', TOO_FEW)]
  return [
    atMost('P2', flat, growthOf(measured, lanekeeper.name), 3, times),
    besideFastest(measured, 'P3', largest.name, PEERS.map(nameOf), 'correct peer', 100),
  ]
}

const TOO_FEW = 'this run stops at fewer rules'

function besideFastest(measured: Measurements, id: string, corpus: string, names: readonly string[], what: string, parts: number): Bar {
  const fastest = fastestCorrect(measured, corpus, names)
  const claim = `a path on ${corpus}: at most 1/${parts} of the fastest ${what}`
  if (fastest === null) return unmeasured(id, claim, 'none of them gave our answers')
  return atMostOneOf(id, `${claim}, ${fastest}`, against(measured, corpus, fastest), parts)
}

function nameOf({ name }: { readonly name: string }): string {
  return name
}
