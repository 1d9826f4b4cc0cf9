import picomatch from 'picomatch'
import { lastRegExpRouter, type ReadRules } from './router.ts'

/** One regular expression a rule; faster than the matcher function, which makes an object for each answer. */
export const readRules: ReadRules = (rules) => () =>
  lastRegExpRouter(rules.map(({ glob }) => picomatch.makeRe(glob, { dot: true, noextglob: true, nobracket: true })))
