import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { judgeBars } from './bars/judge-bars.ts'
import { measureRouting } from './measure.ts'
import { readOptions } from './options.ts'
import { CONTENDERS } from './peers/contenders.ts'
import { type RunFacts, reportRun } from './report.ts'

const RESULTS = 'bench/results/route.json'
const DOCUMENT = 'docs/performance.md'
const SECTION = /(<!-- bench route begin -->\n)[\s\S]*(<!-- bench route end -->)/

const options = readOptions(process.argv.slice(2))
const started = new Date()
const measured = measureRouting(options, (line) => process.stderr.write(`${line}\n`))
const bars = judgeBars(measured)
const facts: RunFacts = {
  takenOn: started.toISOString().slice(0, 10),
  machine: machineFacts(),
  versions: versionsOf(['markdown-it', ...CONTENDERS.flatMap(({ packageName }) => packageName ?? [])]),
  rounds: options.rounds,
}
const report = reportRun(facts, measured, bars)
process.stdout.write(`${report}\n`)

// The document tells of the corpora that anybody can make again, at their full size.
if (!options.quick && options.realistic.kind === 'packages') {
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(RESULTS, `${JSON.stringify({ facts, bars, measured }, null, 2)}\n`)
  const document = readFileSync(DOCUMENT, 'utf8')
  if (!SECTION.test(document)) throw new Error(`${DOCUMENT} has lost the marks of its measured section`)
  writeFileSync(
    DOCUMENT,
    document.replace(SECTION, (_, begin: string, end: string) => `${begin}\n${report}\n\n${end}`),
  )
}

// Times depend on the machine and never fail a run; a wrong answer does.
const wrong = bars.filter(({ id, state }) => id === 'P5' && state === 'not reached')
for (const { claim, figure } of wrong) process.stderr.write(`wrong answers: ${claim}: ${figure}\n`)
process.exitCode = wrong.length === 0 ? 0 : 1

function machineFacts(): string {
  const [processor] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${memory}, ${type()} ${release()}, Node ${process.version}`
}

function versionsOf(packages: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    packages.map((name) => {
      const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }
      return [name, version]
    }),
  )
}
