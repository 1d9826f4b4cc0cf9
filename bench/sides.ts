import type { CorpusFacts, Measurements, SideOnCorpus } from './measurements.ts'
import { LANEKEEPER } from './peers/contenders.ts'
import { ratioOf, type Spread, spreadOf } from './statistics.ts'

/** What was measured of a side on a corpus. */
export function sideOf({ sides }: Measurements, corpus: string, contender: string): SideOnCorpus {
  const side = sides.find((each) => each.corpus === corpus && each.contender === contender)
  if (side === undefined) throw new Error(`${contender} was not measured on ${corpus}`)
  return side
}

/** What a side keeps on the largest corpus. */
export function memoryOf({ memory }: Measurements, contender: string): Measurements['memory'][number] {
  const found = memory.find((each) => each.contender === contender)
  if (found === undefined) throw new Error(`${contender} was not weighed`)
  return found
}

/** Our processor time a path as a multiple of another side's, round by round. */
export function against(measured: Measurements, corpus: string, contender: string): Spread {
  return ratioOf(sideOf(measured, corpus, LANEKEEPER).cpu, sideOf(measured, corpus, contender).cpu)
}

/** How much more a path costs a side at the most rules than at the fewest, of the synthetic corpora. */
export function growthOf(measured: Measurements, contender: string): Spread {
  const [smallest, largest] = [syntheticOf(measured).at(0)?.name ?? '', syntheticOf(measured).at(-1)?.name ?? '']
  return ratioOf(sideOf(measured, largest, contender).cpu, sideOf(measured, smallest, contender).cpu)
}

/** The synthetic corpora by size. */
export function syntheticOf({ corpora }: Measurements): readonly CorpusFacts[] {
  return corpora.slice(1)
}

/** The fastest of some sides that answered as we do on this corpus. */
export function fastestCorrect(measured: Measurements, corpus: string, names: readonly string[]): string | null {
  const correct = measured.comparisons.filter((each) => each.corpus === corpus && each.different === 0 && names.includes(each.contender))
  const ranked = correct.map(({ contender }) => ({ contender, cpu: spreadOf(sideOf(measured, corpus, contender).cpu).median }))
  return ranked.sort((a, b) => a.cpu - b.cpu)[0]?.contender ?? null
}
