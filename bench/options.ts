import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CorpusRequest } from './corpora/load-corpus.ts'

/** How much of everything a run does. */
export interface RouteOptions {
  readonly quick: boolean
  readonly rounds: number
  /** Rounds of reading maps and of auditing a tree. */
  readonly jobRounds: number
  /** The corpus that stands for a real repository, and the synthetic ones from the smallest to the largest. */
  readonly realistic: CorpusRequest
  readonly synthetic: readonly (CorpusRequest & { readonly rules: number })[]
  readonly warmMs: number
  readonly timeMs: number
  readonly longestMs: number
  readonly fuzzPairs: number
  readonly searchMs: number
  readonly commandRuns: number
}

/** Reads `--quick`, and `--codeowners FILE --files FILE` to run on a real repository instead of the generated one. */
export function readOptions(args: readonly string[]): RouteOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, codeowners: { type: 'string' }, files: { type: 'string' } },
  })
  if ((values.codeowners === undefined) !== (values.files === undefined)) throw new Error('give --codeowners and --files together')
  const realistic: CorpusRequest =
    values.codeowners === undefined || values.files === undefined
      ? { kind: 'packages' }
      : { kind: 'codeowners', codeowners: resolve(values.codeowners), files: resolve(values.files) }
  const sizes = values.quick ? [1_000] : [100, 1_000, 10_000]
  const paths = values.quick ? 4_000 : 100_000
  const amounts = values.quick
    ? { rounds: 2, jobRounds: 1, warmMs: 250, timeMs: 120, longestMs: 150, fuzzPairs: 50_000, searchMs: 600, commandRuns: 2 }
    : { rounds: 5, jobRounds: 7, warmMs: 500, timeMs: 1_000, longestMs: 15_000, fuzzPairs: 1_000_000, searchMs: 15_000, commandRuns: 15 }
  const synthetic = sizes.map((rules) => ({ kind: 'synthetic', rules, paths }) as const)
  return { quick: values.quick, realistic, synthetic, ...amounts }
}
