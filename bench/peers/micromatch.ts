import micromatch from 'micromatch'
import { type Contender, lastRegExpRouter } from './contender.ts'

export const micromatchScan: Contender = {
  name: 'micromatch',
  packageName: 'micromatch',
  remembersPaths: false,
  prepare: (rules) => lastRegExpRouter(rules.map(({ glob }) => micromatch.makeRe(glob, { dot: true, noextglob: true, nobracket: true }))),
}
