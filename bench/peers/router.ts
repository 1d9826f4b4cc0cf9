import type { Rule } from '../corpora/rule.ts'

/** Reads the rules for one side; the function it gives compiles them. What each of the two keeps is weighed apart. */
export type ReadRules = (rules: readonly Rule[]) => () => Router

/** Answers who owns a path. */
export interface Router {
  /** What is timed. The answer is in the side's own form. */
  readonly route: (path: string) => unknown
  /** The rules that own a path by that answer: the last that matches, or every one of equal rank. */
  readonly owners: (path: string) => readonly number[]
}

/** The router of a side that can only tell whether one rule matches: rules from the last on, until one does. */
export function lastMatchRouter(matchers: readonly ((path: string) => boolean)[]): Router {
  const route = (path: string): number => {
    for (let at = matchers.length - 1; at >= 0; at -= 1) if (matchers[at]?.(path) === true) return at
    return -1
  }
  return { route, owners: (path) => [route(path)].filter((at) => at >= 0) }
}

/** The same for a side whose fastest form is one regular expression a rule. */
export function lastRegExpRouter(expressions: readonly RegExp[]): Router {
  const route = (path: string): number => {
    for (let at = expressions.length - 1; at >= 0; at -= 1) if (expressions[at]?.test(path) === true) return at
    return -1
  }
  return { route, owners: (path) => [route(path)].filter((at) => at >= 0) }
}
