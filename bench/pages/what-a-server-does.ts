import { atMost, type Bar } from '../bars/bar.ts'
import { milliseconds, times, whole } from '../figures.ts'
import { load } from '../history/load.ts'
import { ratioOf, type Spread, spreadOf } from '../statistics.ts'
import { evidenceOf, type Governed } from './governed.ts'
import { startPlainBoard } from './plain-board.ts'
import { processorMs, readWhole, residentMebibytes, takeAnswer, untilFirstByte } from './process-figures.ts'
import { type Found, kibibytes, one, type PagesUnderTest, sizes } from './under-test.ts'

/** Pages drawn before one is timed: what is compared is a server that has been at work, not one that has just begun. */
const WARM_UP = 30

/** U4: the first answer of a server that has just started, answers after a write, and answers when nothing was recorded since. */
export async function firstBytes({ few, many, rounds }: PagesUnderTest): Promise<Found> {
  const bars: Bar[] = []
  const figures: [string, string][] = []
  for (const [size, { base, post, gates }] of sizes({ few, many })) {
    const address = `${base}/board`
    const first = await untilFirstByte(address)
    const afterWrite: number[] = []
    const unchanged: number[] = []
    for (let round = 0; round < rounds; round += 1) {
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
  return { bars, figures }
}

/** B3 and B4: requests a second, the processor's time and the weight of an answer. */
export async function requestsServed({ hello, few, many, rounds, loadMs }: PagesUnderTest): Promise<Found> {
  const bars: Bar[] = []
  const figures: [string, string][] = []
  const plain = await startPlainBoard(many.databaseUrl, many.domains)
  try {
    const ours: number[] = []
    const theirs: number[] = []
    const slowest: number[] = []
    const pages: number[] = []
    const floors: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const json = await load(10, loadMs / 2, () => takeAnswer(`${many.base}/api/v1/board`))
      ours.push(json.perSecond)
      slowest.push(json.p99)
      theirs.push((await load(10, loadMs / 2, () => takeAnswer(plain.address))).perSecond)
      pages.push((await load(10, loadMs / 2, () => takeAnswer(`${many.base}/board`))).perSecond)
      floors.push((await load(10, loadMs / 2, () => takeAnswer(`${hello}/`))).perSecond)
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
  const drawn: number[] = []
  const judged: number[] = []
  // Another browser than any before: the page that is kept is not given to it.
  for (let at = 0; at < WARM_UP; at += 1) await spentOn(many, { 'user-agent': `browser ${at}` })
  for (let round = 0; round < rounds * 4; round += 1) {
    drawn.push(await spentOn(many, { 'user-agent': `browser ${WARM_UP + round}` }))
    await many.post('evidence', evidenceOf(many.gates[0] ?? '', 'passed'))
    judged.push(await spentOn(many, {}))
  }
  const weight = (await readWhole(`${many.base}/board`)) / 1024
  bars.push(
    atMost(
      'B4',
      'the page of the board of 200 domains, drawn anew when nothing was recorded since, takes at most 35 ms of the processor',
      spreadOf(drawn),
      35,
      milliseconds,
    ),
  )
  figures.push([
    'processor, the page of the board of 200 domains: drawn anew · judged and drawn anew after a write of a global gate',
    `${milliseconds(spreadOf(drawn))} · ${milliseconds(spreadOf(judged))}`,
  ])
  bars.push(atMost('B4', 'and weighs at most 60 KiB, uncompressed', one(weight), 60, ({ median }) => `${whole(median)} KiB`))
  figures.push([
    'the page of the board, uncompressed: 9 domains · 200 domains',
    `${kibibytes(await readWhole(`${few.base}/board`))} · ${whole(weight)} KiB`,
  ])
  return { bars, figures }
}

/** U5: what the server holds after so many requests, and after as many more. */
export async function memoryHeld({ many, requests }: PagesUnderTest): Promise<Found> {
  const bars: Bar[] = []
  const figures: [string, string][] = []
  const ask = async () => {
    for (let done = 0; done < requests; done += 10) {
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
    atMost('U5', `memory after ${whole(requests)} requests: at most 350 MiB`, one(first), 350, ({ median }) => `${whole(median)} MiB`),
  )
  bars.push(atMost('U5', 'and after as many more, at most 5 % more', one(second / first), 1.05, times))
  return { bars, figures }
}

/** Milliseconds of the processor that a server spends on the page of the board. */
async function spentOn({ base, pid }: Governed, headers: Readonly<Record<string, string>>): Promise<number> {
  const before = processorMs(pid)
  await readWhole(`${base}/board`, headers)
  return processorMs(pid) - before
}

function atLeast(id: string, claim: string, ratio: Spread, least: number): Bar {
  return { id, claim, figure: times(ratio), state: ratio.median >= least ? 'reached' : 'not reached' }
}
