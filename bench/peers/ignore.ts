import ignore from 'ignore'
import { lastMatchRouter, type ReadRules } from './router.ts'

/** One instance a rule, because `ignore` answers whether, not by which rule; with case, as GitHub matches. */
export const readRules: ReadRules = (rules) => () =>
  lastMatchRouter(
    rules.map(({ gitignore }) => {
      const instance = ignore({ ignorecase: false }).add(gitignore)
      return (path) => instance.ignores(path)
    }),
  )
