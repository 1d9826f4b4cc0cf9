import type { CommandRuns } from './command-wall.ts'
import type { Audit } from './tasks/audit-tree.ts'
import type { Comparison } from './tasks/compare-answers.ts'
import type { Fuzz, FuzzRequest } from './tasks/fuzz-semantics.ts'
import type { MarkdownReading } from './tasks/read-markdown.ts'
import type { WorstCase } from './tasks/search-worst-case.ts'
import type { Difference } from './tasks/tell-differences.ts'
import type { Memory } from './tasks/weigh-memory.ts'

export interface CorpusFacts {
  readonly name: string
  readonly rules: number
  readonly paths: number
  readonly leftOut: readonly string[]
}

/** One side on one corpus: nanoseconds a path in each round. */
export interface SideOnCorpus {
  readonly corpus: string
  readonly contender: string
  readonly cpu: readonly number[]
  readonly wall: readonly number[]
}

/** Everything a run has measured; samples of one index in two lists were taken next to each other. */
export interface Measurements {
  /** The one that stands for a real repository first, then the synthetic ones by size. */
  readonly corpora: readonly CorpusFacts[]
  readonly sides: readonly SideOnCorpus[]
  /** On the largest corpus. */
  readonly memory: readonly (Memory & { readonly contender: string })[]
  readonly comparisons: readonly (Comparison & { readonly corpus: string; readonly contender: string })[]
  /** Our owners held against the words of the contract. */
  readonly winners: readonly (Comparison & { readonly corpus: string })[]
  readonly fuzz: readonly (Fuzz & { readonly against: FuzzRequest['against'] })[]
  readonly differences: readonly Difference[]
  readonly worstCases: readonly (WorstCase & { readonly what: string })[]
  readonly markdown: { readonly ours: readonly MarkdownReading[]; readonly theirs: readonly MarkdownReading[] }
  readonly audit: { readonly ours: readonly Audit[]; readonly coverage: readonly Audit[]; readonly theirs: readonly Audit[] }
  readonly commands: readonly CommandRuns[]
}
