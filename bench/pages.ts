import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { atMost, type Bar, unmeasured } from './bars/bar.ts'
import { milliseconds, times, whole } from './figures.ts'
import { reportHistory } from './history/document.ts'
import { load } from './history/load.ts'
import { everyPage, firstLoad } from './pages/first-load.ts'
import { COMMIT, evidenceOf, type Governed, startGoverned } from './pages/governed.ts'
import { startHello } from './pages/hello.ts'
import { type Interaction, interactionTimes, untilShown } from './pages/in-browser.ts'
import { type Audited, findLighthouse, type Preset } from './pages/lighthouse.ts'
import { startPlainBoard } from './pages/plain-board.ts'
import { processorMs, readWhole, residentMebibytes, untilFirstByte } from './pages/process-figures.ts'
import { ratioOf, type Spread, spreadOf } from './statistics.ts'

/*
 * What the pages cost a reader and the server, as they are built for production, with the nine domains of the example's size and with 200
 * domains of 30 gates; beside them the least page that the same framework builds, and a server of node and pg alone.
 */

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, requests: { type: 'string' } } })
const QUICK = values.quick
const BROWSER = process.env.E2E_CHROMIUM ?? process.env.CHROME_PATH ?? '/usr/bin/chromium'
const ROUNDS = QUICK ? 2 : 5
const AUDITS = QUICK ? 1 : 3
const LOAD_MS = QUICK ? 2_000 : 8_000
const REQUESTS = Number(values.requests ?? (QUICK ? 300 : 10_000))
const SLOWDOWN = 4

const bars: Bar[] = []
const figures: (readonly string[])[] = []

const hello = await startHello()
const few = await startGoverned(9)
const many = await startGoverned(200)
const browser = await chromium.launch({
  executablePath: BROWSER,
  args: ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
try {
  await step('time to the first byte', firstBytes)
  await step('first load', firstLoads)
  await step('audits', audits)
  await step('interactions', interactions)
  await step('until a write is shown', writesShown)
  await step('requests a second', requests)
  await step('memory', memory)
} finally {
  await browser.close()
  await Promise.all([hello.stop(), few.stop(), many.stop()])
}

reportHistory(
  'pages',
  QUICK,
  `9 and 200 domains of 30 gates, one candidate of which every gate was recorded, PostgreSQL; Chromium ${browser.version()}. Beside them a hello page of the same framework, built in this run.`,
  bars,
  figures,
)

async function step(name: string, work: () => Promise<void>): Promise<void> {
  process.stderr.write(`${name} …\n`)
  await work()
}

function sizes(): readonly (readonly [string, Governed])[] {
  return [
    ['9 domains', few],
    ['200 domains', many],
  ]
}

/** U4: the first answer of a server that has just started, answers after a write, and answers when nothing was recorded since. */
async function firstBytes(): Promise<void> {
  for (const [size, { base, post, gates }] of sizes()) {
    const address = `${base}/board`
    const first = await untilFirstByte(address)
    const afterWrite: number[] = []
    const unchanged: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await post('evidence', evidenceOf(gates[0] ?? '', 'passed'))
      afterWrite.push(await untilFirstByte(address))
      unchanged.push(await untilFirstByte(address))
    }
    figures.push([
      `first byte of \`/board\`, ${size}: first of a new server · after a write · unchanged`,
      `${whole(first)} · ${whole(spreadOf(afterWrite).median)} · ${whole(spreadOf(unchanged).median)} ms`,
    ])
    if (size !== '200 domains') continue
    bars.push(atMost('U4', 'first byte of the board of 200 domains after a write: at most 200 ms', spreadOf(afterWrite), 200, milliseconds))
    bars.push(atMost('U4', 'and when nothing was recorded since: at most 10 ms', spreadOf(unchanged), 10, milliseconds))
  }
}

/** U1: the script that each page asks for, beside that of the hello page. */
async function firstLoads(): Promise<void> {
  const plan = (await few.post('plans', { files: ['packages/domain-000/x.go'] })) as { readonly id: string }
  const { items } = (await (await fetch(`${few.base}/api/v1/evidence?limit=1`)).json()) as {
    readonly items: readonly { readonly id: string }[]
  }
  const parts = { domain: 'domain-000', item: 'rollback-tested', sha: COMMIT, contentId: COMMIT, content: COMMIT }
  const { pages, left } = everyPage(parts)
  const withIds = left.flatMap((route) => {
    if (route === '/changes/[id]') return [`/changes/${plan.id}`]
    return route === '/evidence/[id]' && items[0] !== undefined ? [`/evidence/${items[0].id}`] : []
  })
  const floor = await firstLoad(`${hello.base}/`)
  const found: { readonly route: string; readonly bytes: number }[] = []
  for (const route of [...pages, ...withIds]) found.push({ route, bytes: await firstLoad(few.base + route) })
  const [largest] = found.toSorted((a, b) => b.bytes - a.bytes)
  if (largest === undefined) throw new Error('no page was found')
  bars.push(
    atMost(
      'U1',
      `script of the first load, the largest page (\`${named(largest.route)}\`): at most 1.20 times the hello page`,
      one(largest.bytes / floor),
      1.2,
      times,
    ),
  )
  figures.push(['script of the first load, compressed: hello', kibibytes(floor)])
  for (const { route, bytes } of found) figures.push([`\`${named(route)}\``, `${kibibytes(bytes)}, ${(bytes / floor).toFixed(2)}×`])
}

/** U2: what Lighthouse says of the board, beside the hello page. */
async function audits(): Promise<void> {
  const audit = await findLighthouse(BROWSER)
  const claims: readonly (readonly [Preset, string, (found: Audited, of: Audited) => boolean])[] = [
    [
      'desktop',
      'LCP at most 600 ms and 2.5 times hello, CLS at most 0.02, score 100',
      (found, of) => found.lcp <= Math.min(600, 2.5 * of.lcp) && found.cls <= 0.02 && found.score === 100,
    ],
    [
      'mobile',
      'LCP at most 2.0 s, TBT at most 200 ms, CLS at most 0.02, score at least 95',
      (found) => found.lcp <= 2_000 && found.tbt <= 200 && found.cls <= 0.02 && found.score >= 95,
    ],
  ]
  for (const [preset, claim, holds] of claims) {
    if (audit === null) {
      bars.push(unmeasured('U2', `${preset}, the board of 200 domains: ${claim}`, 'Lighthouse is not installed'))
      continue
    }
    const middle = async (address: string) => {
      const found: Audited[] = []
      for (let round = 0; round < AUDITS; round += 1) found.push(await audit(address, preset))
      return middleOf(found)
    }
    const of = await middle(`${hello.base}/`)
    figures.push([`Lighthouse ${preset}, hello`, auditText(of)])
    for (const [size, { base }] of sizes()) {
      const found = await middle(`${base}/board`)
      figures.push([`Lighthouse ${preset}, the board, ${size}`, auditText(found)])
      if (size === '200 domains')
        bars.push({
          id: 'U2',
          claim: `${preset}, the board of 200 domains: ${claim}`,
          figure: auditText(found),
          state: holds(found, of) ? 'reached' : 'not reached',
        })
    }
  }
}

/** U3: from an input to the next paint, on a processor slowed down four times. */
async function interactions(): Promise<void> {
  for (const [size, { base }] of sizes()) {
    const rounds: (readonly Interaction[])[] = []
    for (let round = 0; round < AUDITS; round += 1) rounds.push(await interactionTimes(browser, `${base}/board`, SLOWDOWN))
    const names = (rounds[0] ?? []).map(({ name }) => name)
    const spreads = names.map((name) => ({
      name,
      spread: spreadOf(rounds.flatMap((found) => found.filter((each) => each.name === name).map(({ ms }) => ms))),
    }))
    figures.push([
      `from input to paint at ${SLOWDOWN}× slower, ${size}`,
      spreads.map(({ name, spread }) => `${name} ${whole(spread.median)} ms`).join(', '),
    ])
    const [slowest] = spreads.toSorted((a, b) => b.spread.median - a.spread.median)
    if (size === '200 domains' && slowest !== undefined)
      bars.push(
        atMost(
          'U3',
          `filter, order, open, step, close on 200 domains at ${SLOWDOWN}× slower: at most 200 ms, the slowest being ${slowest.name}`,
          slowest.spread,
          200,
          milliseconds,
        ),
      )
  }
}

/** B5: how soon after its answer a write is on an open board. */
async function writesShown(): Promise<void> {
  for (const [size, server] of sizes()) {
    const gate = server.gates.find((each) => each.startsWith('domain-000/smoke/')) ?? ''
    let failed: unknown
    const writes = Array.from({ length: ROUNDS }, (_, round) => [
      {
        write: async () => {
          failed = (
            await server.post('evidence', evidenceOf(gate, 'failed', { ci: { provider: 'bench', id: `run-${round}`, attempt: 1 } }))
          ).id
        },
        domain: 'domain-000',
        column: 3,
        word: 'Failed',
      },
      {
        write: () => server.post('evidence', evidenceOf(gate, 'passed', { supersedes: [failed] })),
        domain: 'domain-000',
        column: 3,
        word: 'Passed',
      },
    ]).flat()
    const took = spreadOf(await untilShown(browser, `${server.base}/board?tab=layers&q=domain-000`, writes))
    bars.push(
      atMost('B5', `a write is on an open board of ${size} at most 1 s after the answer that says it is kept`, took, 1_000, milliseconds),
    )
  }
}

/** B3 and B4: requests a second, the processor's time and the weight of an answer. */
async function requests(): Promise<void> {
  const plain = await startPlainBoard(many.databaseUrl, many.domains)
  try {
    const ours: number[] = []
    const theirs: number[] = []
    const slowest: number[] = []
    const pages: number[] = []
    const floors: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const json = await load(10, LOAD_MS / 2, () => readWhole(`${many.base}/api/v1/board`))
      ours.push(json.perSecond)
      slowest.push(json.p99)
      theirs.push((await load(10, LOAD_MS / 2, () => readWhole(plain.address))).perSecond)
      pages.push((await load(10, LOAD_MS / 2, () => readWhole(`${many.base}/board`))).perSecond)
      floors.push((await load(10, LOAD_MS / 2, () => readWhole(`${hello.base}/`))).perSecond)
    }
    bars.push(
      atLeast('B3', '`GET /api/v1/board` of 200 domains, 10 at once: at least 0.3 times node and pg alone', ratioOf(ours, theirs), 0.3),
    )
    bars.push(atMost('B3', 'and the slowest of a hundred at most 60 ms', spreadOf(slowest), 60, milliseconds))
    bars.push(
      atLeast(
        'B4',
        'the page of the board when nothing was recorded since, 10 at once: at least 0.4 times the hello page',
        ratioOf(pages, floors),
        0.4,
      ),
    )
    figures.push([
      'requests a second, 10 at once: board as JSON · node and pg alone · board as a page · hello',
      [ours, theirs, pages, floors].map((each) => whole(spreadOf(each).median)).join(' · '),
    ])
  } finally {
    await plain.close()
  }
  const spent: number[] = []
  for (let round = 0; round < ROUNDS * 2; round += 1) {
    await many.post('evidence', evidenceOf(many.gates[0] ?? '', 'passed'))
    const before = await processorMs(many.base)
    await readWhole(`${many.base}/board`)
    spent.push((await processorMs(many.base)) - before)
  }
  const weight = (await readWhole(`${many.base}/board`)) / 1024
  bars.push(
    atMost(
      'B4',
      'the page of the board of 200 domains after a write takes at most 35 ms of the processor',
      spreadOf(spent),
      35,
      milliseconds,
    ),
  )
  bars.push(atMost('B4', 'and weighs at most 60 KiB, uncompressed', one(weight), 60, ({ median }) => `${whole(median)} KiB`))
  figures.push([
    'the page of the board, uncompressed: 9 domains · 200 domains',
    `${kibibytes(await readWhole(`${few.base}/board`))} · ${whole(weight)} KiB`,
  ])
}

/** U5: what the server holds after so many requests, and after as many more. */
async function memory(): Promise<void> {
  const ask = async () => {
    for (let done = 0; done < REQUESTS; done += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          readWhole(`${many.base}${['/board', '/api/v1/board', '/domains', '/changes', '/api/v1/evidence'][at % 5]}`),
        ),
      )
    }
    return residentMebibytes(many.pid)
  }
  const first = await ask()
  const second = await ask()
  bars.push(
    atMost('U5', `memory after ${whole(REQUESTS)} requests: at most 350 MiB`, one(first), 350, ({ median }) => `${whole(median)} MiB`),
  )
  bars.push(atMost('U5', 'and after as many more, at most 5 % more', one(second / first), 1.05, times))
}

function atLeast(id: string, claim: string, ratio: Spread, least: number): Bar {
  return { id, claim, figure: times(ratio), state: ratio.median >= least ? 'reached' : 'not reached' }
}

function middleOf(found: readonly Audited[]): Audited {
  const of = (name: keyof Audited) => spreadOf(found.map((each) => each[name])).median
  return { score: of('score'), lcp: of('lcp'), tbt: of('tbt'), cls: of('cls') }
}

function auditText({ score, lcp, tbt, cls }: Audited): string {
  return `LCP ${whole(lcp)} ms, TBT ${whole(tbt)} ms, CLS ${cls.toFixed(3)}, score ${score}`
}

function one(value: number): Spread {
  return { median: value, least: value, most: value }
}

function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`
}

/** An address without the ids of this run. */
function named(route: string): string {
  return route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '{id}').replace(COMMIT, '{commit}')
}
