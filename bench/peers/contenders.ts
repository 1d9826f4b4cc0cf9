import type { Rule } from '../corpora/rule.ts'
import type { ReadRules, Router } from './router.ts'

/** One side of the comparison, used the way its makers would use it for speed. */
export interface Contender {
  readonly name: string
  /** The package whose version is told; null for what is our own. */
  readonly packageName: string | null
  /** True when it remembers every path it was asked about: it must never be asked the same one twice. */
  readonly remembersPaths: boolean
  /** Loaded only where it is needed, so that no side stands in the memory of another. */
  readonly load: () => Promise<ReadRules>
}

export const LANEKEEPER = 'lanekeeper'
export const FLOOR = 'Map prefix walk (floor)'
export const PICOMATCH = 'picomatch'
export const MICROMATCH = 'micromatch'
export const MINIMATCH = 'minimatch'
export const IGNORE = 'ignore'
export const CODEOWNERS = 'codeowners'

/** What others have made. */
export const PEERS: readonly Contender[] = [
  { ...peer(PICOMATCH), remembersPaths: false, load: async () => (await import('./picomatch.ts')).readRules },
  { ...peer(MICROMATCH), remembersPaths: false, load: async () => (await import('./micromatch.ts')).readRules },
  { ...peer(MINIMATCH), remembersPaths: false, load: async () => (await import('./minimatch.ts')).readRules },
  { ...peer(IGNORE), remembersPaths: true, load: async () => (await import('./ignore.ts')).readRules },
  { ...peer(CODEOWNERS), remembersPaths: true, load: async () => (await import('./codeowners.ts')).readRules },
]

/** Those that compile a glob to a regular expression or the like. */
export const GLOB_SCANS: readonly string[] = [PICOMATCH, MICROMATCH, MINIMATCH]

/** Every side, in the order of the tables. */
export const CONTENDERS: readonly Contender[] = [
  { name: LANEKEEPER, packageName: null, remembersPaths: false, load: async () => (await import('./lanekeeper.ts')).readRules },
  { name: FLOOR, packageName: null, remembersPaths: false, load: async () => (await import('./map-prefix-walk.ts')).readRules },
  ...PEERS,
]

export function contenderNamed(name: string): Contender {
  const contender = CONTENDERS.find((each) => each.name === name)
  if (contender === undefined) throw new Error(`no contender is called ${name}`)
  return contender
}

/** A side ready to route. */
export async function routerOf(name: string, rules: readonly Rule[]): Promise<Router> {
  const readRules = await contenderNamed(name).load()
  return readRules(rules)()
}

function peer(name: string): { readonly name: string; readonly packageName: string } {
  return { name, packageName: name }
}
