import ignore from 'ignore'
import { type Contender, lastMatchRouter } from './contender.ts'

/** One instance a rule, because `ignore` answers whether, not by which rule; with case, as GitHub matches. */
export const ignoreScan: Contender = {
  name: 'ignore',
  packageName: 'ignore',
  remembersPaths: true,
  prepare: (rules) =>
    lastMatchRouter(
      rules.map(({ gitignore }) => {
        const instance = ignore({ ignorecase: false }).add(gitignore)
        return (path) => instance.ignores(path)
      }),
    ),
}
