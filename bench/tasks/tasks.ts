/** What a child process can do. Each task is done in a fresh process, which loads nothing that is not for this task. */
export const TASKS = {
  auditTree: async () => (await import('./audit-tree.ts')).auditTree,
  checkWinners: async () => (await import('./check-winners.ts')).checkWinners,
  compareAnswers: async () => (await import('./compare-answers.ts')).compareAnswers,
  fuzzSemantics: async () => (await import('./fuzz-semantics.ts')).fuzzSemantics,
  readMarkdown: async () => (await import('./read-markdown.ts')).readMarkdown,
  searchWorstCase: async () => (await import('./search-worst-case.ts')).searchWorstCase,
  tellDifferences: async () => (await import('./tell-differences.ts')).tellDifferences,
  timeRouting: async () => (await import('./time-routing.ts')).timeRouting,
  weighMemory: async () => (await import('./weigh-memory.ts')).weighMemory,
}

/** The tasks by name. */
export type Tasks = { readonly [Name in keyof typeof TASKS]: Awaited<ReturnType<(typeof TASKS)[Name]>> }
