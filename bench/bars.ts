import type { TimedCommand } from './command-wall.ts'
import type { Measurements, SideOnCorpus } from './measurements.ts'
import { codeowners } from './peers/codeowners.ts'
import { CONTENDERS, GLOB_SCANS } from './peers/contenders.ts'
import { lanekeeper } from './peers/lanekeeper.ts'
import { mapPrefixWalk } from './peers/map-prefix-walk.ts'
import { picomatchScan } from './peers/picomatch.ts'
import { ratioOf, type Spread, spreadOf } from './statistics.ts'

/** One claim about speed, size or correctness, with what this run found. */
export interface Bar {
  readonly id: string
  readonly claim: string
  readonly figure: string
  readonly state: 'reached' | 'not reached' | 'not measured'
}

const LARGEST = 10_000

/** Holds the measurements against the bars. */
export function judgeBars(measured: Measurements): readonly Bar[] {
  return [
    ...judgePeers(measured),
    ...judgeGrowth(measured),
    ...judgeMemory(measured),
    ...judgeAnswers(measured),
    ...judgeWorstCase(measured),
    ...judgeMarkdown(measured),
    ...judgeAudit(measured),
    ...judgeCommand(measured),
  ]
}

function judgePeers(measured: Measurements): Bar[] {
  const realistic = measured.corpora[0]?.name ?? ''
  const fastestGlob = fastest(
    measured,
    realistic,
    GLOB_SCANS.map(({ name }) => name),
  )
  const largest = measured.corpora.find(({ rules }) => rules === LARGEST)?.name
  const peers = CONTENDERS.filter(({ packageName }) => packageName !== null).map(({ name }) => name)
  const fastestPeer = largest === undefined ? null : fastest(measured, largest, peers)
  return [
    share('P1', `a path on ${realistic}: at most 1/300 of codeowners`, against(measured, realistic, codeowners.name), 300),
    fastestGlob === null
      ? unmeasured('P1', `a path on ${realistic}: at most 1/10 of the fastest correct glob scan`, 'no glob scan was correct')
      : share(
          'P1',
          `a path on ${realistic}: at most 1/10 of ${fastestGlob}, the fastest correct glob scan`,
          against(measured, realistic, fastestGlob),
          10,
        ),
    largest === undefined || fastestPeer === null
      ? unmeasured('P3', 'a path at 10,000 rules: at most 1/100 of the fastest correct peer', 'not at this size')
      : share(
          'P3',
          `a path at 10,000 rules: at most 1/100 of ${fastestPeer}, the fastest correct peer`,
          against(measured, largest, fastestPeer),
          100,
        ),
  ]
}

function judgeGrowth(measured: Measurements): Bar[] {
  const smallest = measured.corpora.find(({ rules, name }) => rules === 100 && name.startsWith('synthetic'))?.name
  const largest = measured.corpora.find(({ rules }) => rules === LARGEST)?.name
  const growth =
    smallest === undefined || largest === undefined
      ? null
      : ratioOf(sideOf(measured, largest, lanekeeper.name).cpu, sideOf(measured, smallest, lanekeeper.name).cpu)
  return [
    growth === null
      ? unmeasured('P2', 'a path at 10,000 rules: at most 3 times one at 100', 'not at this size')
      : atMost('P2', 'a path at 10,000 rules: at most 3 times one at 100', growth, 3, times),
    ...measured.corpora.map(({ name }) =>
      atMost(
        'P2',
        `a path on ${name}: at most 4 times the floor, a Map prefix walk`,
        against(measured, name, mapPrefixWalk.name),
        4,
        times,
      ),
    ),
  ]
}

function judgeMemory(measured: Measurements): Bar[] {
  const { name = '' } = measured.corpora.at(-1) ?? {}
  const ours = sideOf(measured, name, lanekeeper.name).memory
  const theirs = sideOf(measured, name, picomatchScan.name).memory
  const growth = ours.after / ours.compiled
  return [
    atMost(
      'P4',
      `heap after ${ours.paths.toLocaleString('en')} paths on ${name}: at most 1.5 times that after compiling`,
      one(growth),
      1.5,
      times,
    ),
    name.endsWith('10,000')
      ? share('P4', 'heap at 10,000 rules: at most 1/4 of picomatch', one(ours.after / theirs.after), 4)
      : unmeasured('P4', 'heap at 10,000 rules: at most 1/4 of picomatch', 'not at this size'),
  ]
}

function judgeAnswers(measured: Measurements): Bar[] {
  const fuzz = measured.fuzz.map(({ against: side, pairs, matching, different }) => ({
    claim:
      side === 'ignore'
        ? 'the gitignore subset, fuzzed, means what `ignore` says'
        : 'patterns, fuzzed, mean what the written semantics say',
    figure: `${different} of ${pairs.toLocaleString('en')} pairs differ, ${percent(matching / pairs)} of them match`,
    different,
  }))
  const ignored = measured.comparisons.filter(({ contender }) => contender === 'ignore')
  const owners = [
    { claim: 'owners on every corpus are those by `ignore` (with case)', of: ignored },
    { claim: 'owners on every corpus are those by the written semantics', of: measured.winners },
  ].map(({ claim, of }) => {
    const different = of.reduce((sum, each) => sum + each.different, 0)
    const paths = of.reduce((sum, each) => sum + each.paths, 0)
    return { claim, figure: `${different} of ${paths.toLocaleString('en')} paths differ`, different }
  })
  return [...fuzz, ...owners].map(({ claim, figure, different }) => ({
    id: 'P5',
    claim,
    figure,
    state: different === 0 ? 'reached' : 'not reached',
  }))
}

function judgeWorstCase(measured: Measurements): Bar[] {
  return measured.worstCases.map(({ what, ms, tried }) => ({
    id: 'P6',
    claim: `${what}: no lookup over 1 ms`,
    figure: `${ms.toFixed(3)} ms at worst of ${tried.toLocaleString('en')} tried`,
    state: ms <= 1 ? 'reached' : 'not reached',
  }))
}

function judgeMarkdown({ markdown: { ours, theirs } }: Measurements): Bar[] {
  const rows = (ours[0]?.rows ?? 0).toLocaleString('en')
  const cold = ratioOf(
    ours.map((each) => each.cold.parse.cpu),
    theirs.map((each) => each.cold.parse.cpu),
  )
  const warm = ratioOf(
    ours.map((each) => each.warm.parse.cpu),
    theirs.map((each) => each.warm.parse.cpu),
  )
  const whole = (state: 'cold' | 'warm') => spreadOf(ours.map((each) => (each[state].parse.cpu + (each[state].compile?.cpu ?? 0)) / 1e6))
  return [
    atMost('P7', `${rows} rows of Markdown read in a fresh process: at most 2 times markdown-it alone`, cold, 2, times),
    atMost('P7', `${rows} rows of Markdown read, warm: at most 2 times markdown-it alone`, warm, 2, times),
    atMost('P7', `${rows} rows read and indexed in a fresh process: at most 250 ms`, whole('cold'), 250, milliseconds),
    atMost('P7', `${rows} rows read and indexed, warm: at most 250 ms`, whole('warm'), 250, milliseconds),
  ]
}

function judgeAudit({ audit: { ours, coverage, theirs } }: Measurements): Bar[] {
  const files = (ours[0]?.files ?? 0).toLocaleString('en')
  const cpu = (audits: typeof ours) => audits.map(({ spent }) => spent.cpu)
  return [
    share(
      'P8',
      `who owns each of ${files} files, from the text of the map, in a fresh process: at most 1/50 of codeowners`,
      ratioOf(cpu(ours), cpu(theirs)),
      50,
    ),
    share(
      'P8',
      `the whole coverage report of ${files} files, likewise: at most 1/50 of who owns each by codeowners`,
      ratioOf(cpu(coverage), cpu(theirs)),
      50,
    ),
  ]
}

function judgeCommand({ commands }: Measurements): Bar[] {
  const wall = (name: TimedCommand['name']) => commands.find((each) => each.name === name)?.wall ?? null
  const node = wall('node') ?? []
  const nx = wall('nx')
  const forms = [
    ['list', 'lanekeeper plan of one listed file'],
    ['range', 'lanekeeper plan of one commit, git included'],
  ] as const
  return forms.flatMap(([name, what]) => {
    const ours = wall(name) ?? []
    return [
      atMost('P8', `${what}: at most 2.5 times \`node -e 0\``, ratioOf(ours, node), 2.5, times),
      nx === null
        ? unmeasured('P8', `${what}: at most 1/5 of \`nx show projects --affected\``, 'nx is not installed')
        : share('P8', `${what}: at most 1/5 of \`nx show projects --affected\``, ratioOf(ours, nx), 5),
    ]
  })
}

function sideOf(measured: Measurements, corpus: string, contender: string): SideOnCorpus {
  const side = measured.sides.find((each) => each.corpus === corpus && each.contender === contender)
  if (side === undefined) throw new Error(`${contender} was not measured on ${corpus}`)
  return side
}

/** Our processor time a path as a multiple of another side's, round by round. */
function against(measured: Measurements, corpus: string, contender: string): Spread {
  return ratioOf(sideOf(measured, corpus, lanekeeper.name).cpu, sideOf(measured, corpus, contender).cpu)
}

/** The fastest of some sides that answered as we do on this corpus. */
function fastest(measured: Measurements, corpus: string, names: readonly string[]): string | null {
  const correct = measured.comparisons.filter((each) => each.corpus === corpus && each.different === 0 && names.includes(each.contender))
  const ranked = correct.map(({ contender }) => ({ contender, cpu: spreadOf(sideOf(measured, corpus, contender).cpu).median }))
  return ranked.sort((a, b) => a.cpu - b.cpu)[0]?.contender ?? null
}

function atMost(id: string, claim: string, figure: Spread, most: number, show: (figure: Spread) => string): Bar {
  return { id, claim, figure: show(figure), state: figure.median <= most ? 'reached' : 'not reached' }
}

function share(id: string, claim: string, ratio: Spread, parts: number): Bar {
  return atMost(id, claim, ratio, 1 / parts, fraction)
}

function unmeasured(id: string, claim: string, why: string): Bar {
  return { id, claim, figure: why, state: 'not measured' }
}

function one(value: number): Spread {
  return { median: value, least: value, most: value }
}

function times({ median, least, most }: Spread): string {
  return least === most ? `${median.toFixed(2)}×` : `${median.toFixed(2)}× (${least.toFixed(2)}–${most.toFixed(2)})`
}

function fraction({ median, least, most }: Spread): string {
  const parts = (ratio: number) => (1 / ratio).toLocaleString('en', { maximumFractionDigits: ratio > 0.05 ? 1 : 0 })
  return least === most ? `1/${parts(median)}` : `1/${parts(median)} (1/${parts(most)}–1/${parts(least)})`
}

function milliseconds({ median, least, most }: Spread): string {
  return `${median.toFixed(0)} ms (${least.toFixed(0)}–${most.toFixed(0)})`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
