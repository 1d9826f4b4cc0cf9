import type { Bar } from './bars/bar.ts'
import { spread, table, whole } from './figures.ts'
import type { Measurements } from './measurements.ts'
import { CONTENDERS, LANEKEEPER } from './peers/contenders.ts'
import { growthOf, memoryOf, sideOf } from './sides.ts'
import { ratioOf } from './statistics.ts'

/** Where and with what a run was made. */
export interface RunFacts {
  readonly takenOn: string
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
  readonly rounds: number
}

/** Everything a run found, as Markdown. */
export function reportRun(facts: RunFacts, measured: Measurements, bars: readonly Bar[]): string {
  const versions = Object.entries(facts.versions).map(([name, version]) => `${name} ${version}`)
  return [
    `Taken on ${facts.takenOn}; ${facts.machine}; ${versions.join(', ')}. Median of ${facts.rounds} rounds, each side in a process of its own.`,
    '### Bars',
    table(
      ['bar', 'claim', 'this run', ''],
      bars.map(({ id, claim, figure, state }) => [id, claim, figure, state]),
    ),
    '### Time a path',
    'Nanoseconds of processor time a path, least and most of the rounds in brackets; behind it, as a multiple of ours. The last column is how much more a path costs at the most rules than at 100.',
    timeTable(measured),
    '### Time a path on the wall',
    wallTable(measured),
    '### Heap',
    `KiB on ${lastCorpus(measured)}: kept of reading the rules (rows with all their cells, places and owners; the peers keep none of it), beside that of compiling them, and that again after so many different paths. Regular expressions are compiled to code when they are first tried.`,
    memoryTable(measured),
    '### Answers',
    'Paths on which a side names another owner than Lanekeeper, of those that were compared. Every rule is spelled for each side so that it means the same files; the floor knows no wildcards.',
    answerTable(measured),
    '### The same text, given to each side as it stands',
    'Y matches, · does not. Sides that differ from the contract are marked with *.',
    differenceTable(measured),
    '### The slowest lookups found',
    table(
      ['pair', 'ms', 'pattern', 'path'],
      measured.worstCases.map(({ what, ms, pattern, path }) => [
        what,
        ms.toFixed(3),
        `\`${shortened(pattern)}\``,
        `\`${shortened(path)}\``,
      ]),
    ),
    '### Commands',
    table(
      ['command', 'ms on the wall'],
      measured.commands.map(({ command, wall }) => [`\`${command}\``, spread(wall, 0)]),
    ),
    ...measured.corpora.flatMap(({ name, leftOut }) =>
      leftOut.length === 0
        ? []
        : [`Left out of ${name}, because no spelling means the same to every side: ${leftOut.map((each) => `\`${each}\``).join(', ')}.`],
    ),
  ].join('\n\n')
}

function timeTable(measured: Measurements): string {
  const { corpora } = measured
  const rows = CONTENDERS.map(({ name }) => {
    const cells = corpora.map(({ name: corpus }) => {
      const [ours, theirs] = [sideOf(measured, corpus, LANEKEEPER), sideOf(measured, corpus, name)]
      return `${spread(theirs.cpu, 0)}${name === LANEKEEPER ? '' : ` · ${multiple(ratioOf(theirs.cpu, ours.cpu).median)}`}`
    })
    return [name, ...cells, multiple(growthOf(measured, name).median)]
  })
  return table(['', ...corpora.map(({ name }) => name), 'growth'], rows)
}

function wallTable(measured: Measurements): string {
  const rows = CONTENDERS.map(({ name }) => [
    name,
    ...measured.corpora.map((corpus) => spread(sideOf(measured, corpus.name, name).wall, 0)),
  ])
  return table(['', ...measured.corpora.map(({ name }) => name)], rows)
}

function memoryTable(measured: Measurements): string {
  const rows = CONTENDERS.map(({ name, remembersPaths }) => {
    const { read, compiled, after, paths } = memoryOf(measured, name)
    const perPath = remembersPaths ? kib((after - compiled) / paths) : '–'
    return [name, kib(read), kib(compiled), kib(after), whole(paths), perPath]
  })
  return table(['', 'read', 'compiled', 'after', 'paths', 'kept a path'], rows)
}

function answerTable({ corpora, comparisons }: Measurements): string {
  const names = [...new Set(comparisons.map(({ contender }) => contender))]
  const rows = names.map((name) => [
    name,
    ...corpora.map(({ name: corpus }) => {
      const found = comparisons.find((each) => each.contender === name && each.corpus === corpus)
      return found === undefined ? '' : `${found.different === 0 ? '' : '**differs** '}${whole(found.different)} of ${whole(found.paths)}`
    }),
  ])
  return table(['', ...corpora.map(({ name }) => name)], rows)
}

function differenceTable({ differences }: Measurements): string {
  const names = Object.keys(differences[0]?.sides ?? {})
  const rows = differences.map(({ about, pattern, path, contract, sides }) => [
    about,
    `\`${pattern}\``,
    `\`${path}\``,
    mark(contract),
    ...names.map((name) => `${mark(sides[name] === true)}${sides[name] === contract ? '' : '*'}`),
  ])
  return table(['', 'pattern', 'path', 'contract', ...names], rows)
}

function lastCorpus({ corpora }: Measurements): string {
  return corpora.at(-1)?.name ?? ''
}

function multiple(ratio: number): string {
  return `${whole(ratio, ratio < 10 ? 1 : 0)}×`
}

function kib(bytes: number): string {
  return whole(bytes / 1024)
}

function mark(matches: boolean): string {
  return matches ? 'Y' : '·'
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 32)}… (${whole(text.length)})`
}
