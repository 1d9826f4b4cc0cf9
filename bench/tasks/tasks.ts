import { auditTree } from './audit-tree.ts'
import { checkWinners } from './check-winners.ts'
import { compareAnswers } from './compare-answers.ts'
import { fuzzSemantics } from './fuzz-semantics.ts'
import { readMarkdown } from './read-markdown.ts'
import { searchWorstCase } from './search-worst-case.ts'
import { tellDifferences } from './tell-differences.ts'
import { timeRouting } from './time-routing.ts'
import { weighMemory } from './weigh-memory.ts'

/** What a child process can do; each in a fresh one, so that no side warms, fills or slows another's. */
export const TASKS = {
  auditTree,
  checkWinners,
  compareAnswers,
  fuzzSemantics,
  readMarkdown,
  searchWorstCase,
  tellDifferences,
  timeRouting,
  weighMemory,
}

export type Tasks = typeof TASKS
