import { Minimatch } from 'minimatch'
import { lastMatchRouter, type ReadRules } from './router.ts'

/** One compiled pattern a rule; since version 11 this is the only form, and it splits a path once for all of them. */
export const readRules: ReadRules = (rules) => () =>
  lastMatchRouter(
    rules.map(({ glob }) => {
      const compiled = new Minimatch(glob, { dot: true, noext: true, nocomment: true, nonegate: true })
      return (path) => compiled.match(path)
    }),
  )
