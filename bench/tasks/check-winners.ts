import { type CorpusRequest, loadCorpus } from '../corpora/load-corpus.ts'
import { LANEKEEPER, routerOf } from '../peers/contenders.ts'
import { winnersByDefinition } from '../semantics/winners-by-definition.ts'
import type { Comparison } from './compare-answers.ts'

export interface WinnersRequest {
  readonly corpus: CorpusRequest
  readonly longestMs: number
}

/** Holds the owners of each path against the words of the contract, every rule tried on every path. */
export async function checkWinners({ corpus, longestMs }: WinnersRequest): Promise<Comparison> {
  const { rules, paths } = loadCorpus(corpus)
  const { owners } = await routerOf(LANEKEEPER, rules)
  const end = performance.now() + longestMs
  let checked = 0
  let different = 0
  let example: string | null = null
  for (const path of paths) {
    if (performance.now() > end) break
    const [expected, found] = [winnersByDefinition(rules, path), owners(path)]
    checked += 1
    if (expected.join() === [...new Set(found)].join()) continue
    different += 1
    example ??= `${path}: by definition ${expected.join()}, found ${found.join()}`
  }
  return { paths: checked, different, example }
}
