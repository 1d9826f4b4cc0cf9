import micromatch from 'micromatch'
import { lastRegExpRouter, type ReadRules } from './router.ts'

export const readRules: ReadRules = (rules) => () =>
  lastRegExpRouter(rules.map(({ glob }) => micromatch.makeRe(glob, { dot: true, noextglob: true, nobracket: true })))
