import { type CorpusRequest, loadCorpus } from './corpora/load-corpus.ts'
import { measureCommands } from './measure-commands.ts'
import type { CorpusFacts, Measurements, SideOnCorpus } from './measurements.ts'
import type { RouteOptions } from './options.ts'
import { CONTENDERS, LANEKEEPER } from './peers/contenders.ts'
import { runTask } from './run-task.ts'

/** Measures everything a run reports. `say` is told what is being done. */
export function measureRouting(options: RouteOptions, say: (line: string) => void): Measurements {
  const requests = [options.realistic, ...options.synthetic]
  const corpora = requests.map(factsOf)
  const largest = options.synthetic.at(-1) ?? options.realistic
  return {
    corpora,
    sides: timeSides(options, requests, corpora, say),
    memory: weighSides(options, largest, say),
    ...checkAnswers(options, requests, corpora, say),
    differences: runTask('tellDifferences', null),
    worstCases: searchWorstCases(options, say),
    markdown: readMarkdown(options, largest, say),
    audit: auditTree(options, say),
    commands: measureCommands(options, say),
  }
}

function factsOf(request: CorpusRequest): CorpusFacts {
  const { name, rules, paths, leftOut } = loadCorpus(request)
  return { name, rules: rules.length, paths: paths.length, leftOut }
}

/** Every side on every corpus once a round, so that what slows the machine for a while slows all of them. */
function timeSides(
  { rounds, warmMs, timeMs }: RouteOptions,
  requests: readonly CorpusRequest[],
  corpora: readonly CorpusFacts[],
  say: (line: string) => void,
): SideOnCorpus[] {
  const sides = requests.flatMap((corpus, at) =>
    CONTENDERS.map(({ name }) => ({
      corpus,
      corpusName: corpora[at]?.name ?? '',
      contender: name,
      cpu: [] as number[],
      wall: [] as number[],
    })),
  )
  for (let round = 1; round <= rounds; round += 1) {
    say(`timing, round ${round} of ${rounds}`)
    for (const { corpus, contender, cpu, wall } of sides) {
      const timing = runTask('timeRouting', { corpus, contender, warmMs, timeMs })
      cpu.push(timing.cpu)
      wall.push(timing.wall)
    }
  }
  return sides.map(({ corpus: _, corpusName, ...side }) => ({ corpus: corpusName, ...side }))
}

function weighSides({ longestMs }: RouteOptions, corpus: CorpusRequest, say: (line: string) => void): Measurements['memory'] {
  say('weighing memory')
  return CONTENDERS.map(({ name: contender }) => ({ contender, ...runTask('weighMemory', { corpus, contender, longestMs }) }))
}

function checkAnswers(
  { longestMs, fuzzPairs }: RouteOptions,
  requests: readonly CorpusRequest[],
  corpora: readonly CorpusFacts[],
  say: (line: string) => void,
): Pick<Measurements, 'comparisons' | 'winners' | 'fuzz'> {
  say('comparing answers')
  const comparisons = requests.flatMap((corpus, at) =>
    CONTENDERS.filter(({ name }) => name !== LANEKEEPER).map(({ name }) => ({
      corpus: corpora[at]?.name ?? '',
      contender: name,
      ...runTask('compareAnswers', { corpus, contender: name, longestMs }),
    })),
  )
  const winners = requests.map((corpus, at) => ({ corpus: corpora[at]?.name ?? '', ...runTask('checkWinners', { corpus, longestMs }) }))
  say('fuzzing semantics')
  const fuzz = (['definition', 'ignore'] as const).map((against) => ({
    against,
    ...runTask('fuzzSemantics', { against, pairs: fuzzPairs, seed: 7 }),
  }))
  return { comparisons, winners, fuzz }
}

function searchWorstCases({ searchMs }: RouteOptions, say: (line: string) => void): Measurements['worstCases'] {
  say('searching for the slowest pattern and path')
  return (
    [
      ['a pattern and a path of 4 kB together', 4_096, 4_096, 4_096],
      ['the longest pattern that is read (512) and a path of 4 kB', 512, 4_096, 4_608],
      ['4 kB each, which no map can hold', 4_096, 4_096, 8_192],
    ] as const
  ).map(([what, pattern, path, both]) => ({ what, ...runTask('searchWorstCase', { pattern, path, both, ms: searchMs, seed: 11 }) }))
}

function readMarkdown({ jobRounds }: RouteOptions, corpus: CorpusRequest, say: (line: string) => void): Measurements['markdown'] {
  say('reading Markdown')
  const runs = Array.from({ length: jobRounds }, () => ({
    ours: runTask('readMarkdown', { corpus, side: 'lanekeeper' }),
    theirs: runTask('readMarkdown', { corpus, side: 'markdown-it' }),
  }))
  return { ours: runs.map(({ ours }) => ours), theirs: runs.map(({ theirs }) => theirs) }
}

function auditTree({ jobRounds, realistic: corpus }: RouteOptions, say: (line: string) => void): Measurements['audit'] {
  say('auditing a whole tree')
  const runs = Array.from({ length: jobRounds }, () => ({
    ours: runTask('auditTree', { corpus, side: 'lanekeeper' }),
    coverage: runTask('auditTree', { corpus, side: 'coverage' }),
    theirs: runTask('auditTree', { corpus, side: 'codeowners' }),
  }))
  return {
    ours: runs.map(({ ours }) => ours),
    coverage: runs.map(({ coverage }) => coverage),
    theirs: runs.map(({ theirs }) => theirs),
  }
}
