import { codeowners } from './codeowners.ts'
import type { Contender } from './contender.ts'
import { ignoreScan } from './ignore.ts'
import { lanekeeper } from './lanekeeper.ts'
import { mapPrefixWalk } from './map-prefix-walk.ts'
import { micromatchScan } from './micromatch.ts'
import { minimatchScan } from './minimatch.ts'
import { picomatchScan } from './picomatch.ts'

/** Every side, in the order of the tables. */
export const CONTENDERS: readonly Contender[] = [
  lanekeeper,
  mapPrefixWalk,
  picomatchScan,
  micromatchScan,
  minimatchScan,
  ignoreScan,
  codeowners,
]

/** What others have made: all but us and the floor. */
export const PEERS: readonly Contender[] = CONTENDERS.filter(({ packageName }) => packageName !== null)

/** Those that compile a glob to a regular expression or the like, and answer as a map does. */
export const GLOB_SCANS: readonly Contender[] = [picomatchScan, micromatchScan, minimatchScan]

export function contenderNamed(name: string): Contender {
  const contender = CONTENDERS.find((each) => each.name === name)
  if (contender === undefined) throw new Error(`no contender is called ${name}`)
  return contender
}
