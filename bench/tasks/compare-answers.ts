import { type CorpusRequest, loadCorpus } from '../corpora/load-corpus.ts'
import type { Corpus } from '../corpora/rule.ts'
import { LANEKEEPER, routerOf } from '../peers/contenders.ts'

export interface ComparisonRequest {
  readonly corpus: CorpusRequest
  readonly contender: string
  readonly longestMs: number
}

/** On how many paths of how many a side gives another owner than Lanekeeper, and the first of them. */
export interface Comparison {
  readonly paths: number
  readonly different: number
  readonly example: string | null
}

/** Holds a side's answers against ours. A side that goes by the order may name any one of rows of equal rank. */
export async function compareAnswers({ corpus: request, contender, longestMs }: ComparisonRequest): Promise<Comparison> {
  const corpus = loadCorpus(request)
  const ours = await routerOf(LANEKEEPER, corpus.rules)
  const theirs = await routerOf(contender, corpus.rules)
  const end = performance.now() + longestMs
  let paths = 0
  let different = 0
  let example: string | null = null
  for (const path of corpus.paths) {
    if (performance.now() > end) break
    const [expected, found] = [ours.owners(path), theirs.owners(path)]
    paths += 1
    if (found.length > 0 ? found.every((rule) => expected.includes(rule)) : expected.length === 0) continue
    different += 1
    example ??= `${path}: ours ${spelled(corpus, expected)}, theirs ${spelled(corpus, found)}`
  }
  return { paths, different, example }
}

function spelled(corpus: Corpus, rules: readonly number[]): string {
  return rules.map((rule) => corpus.rules[rule]?.contract).join(' and ') || 'nobody'
}
