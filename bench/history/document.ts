import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import type { Bar } from '../bars/bar.ts'
import { table } from '../figures.ts'

const DOCUMENT = 'docs/performance.md'

/** Prints what a run found; a whole run also goes into docs/performance.md, between the marks of its name, and into bench/results. */
export function reportHistory(
  name: string,
  quick: boolean,
  about: string,
  bars: readonly Bar[],
  figures: readonly (readonly string[])[],
): void {
  const report = [
    `Taken on ${new Date().toISOString().slice(0, 10)}; ${machine()}. ${about}`,
    table(
      ['bar', 'claim', 'this run', ''],
      bars.map(({ id, claim, figure, state }) => [id, claim, figure, state]),
    ),
    table(['side', 'figure'], figures),
  ].join('\n\n')
  process.stdout.write(`${report}\n`)
  if (quick) return
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(`bench/results/${name}.json`, `${JSON.stringify({ about, machine: machine(), bars, figures }, null, 2)}\n`)
  const section = new RegExp(`(<!-- bench ${name} begin -->\\n)[\\s\\S]*(<!-- bench ${name} end -->)`)
  const document = readFileSync(DOCUMENT, 'utf8')
  if (!section.test(document)) throw new Error(`${DOCUMENT} has lost the marks of ${name}`)
  writeFileSync(
    DOCUMENT,
    document.replace(section, (_, begin: string, end: string) => `${begin}\n${report}\n\n${end}`),
  )
}

function machine(): string {
  const [processor] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${memory}, ${type()} ${release()}, Node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end`
}
