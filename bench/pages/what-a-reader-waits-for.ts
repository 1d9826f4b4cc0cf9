import { atMost, type Bar, unmeasured } from '../bars/bar.ts'
import { milliseconds, whole } from '../figures.ts'
import { spreadOf } from '../statistics.ts'
import { evidenceOf } from './governed.ts'
import { type Interaction, interactionTimes, untilShown } from './in-browser.ts'
import { type Audited, findLighthouse, type Preset } from './lighthouse.ts'
import { type Found, type PagesUnderTest, sizes } from './under-test.ts'

const SLOWDOWN = 4

/** U2: what Lighthouse says of the board, beside the hello page. */
export async function lighthouseAudits({ hello, few, many, browserPath, audits }: PagesUnderTest): Promise<Found> {
  const bars: Bar[] = []
  const figures: [string, string][] = []
  const audit = await findLighthouse(browserPath)
  const middle = async (address: string, preset: Preset) => {
    const found: Audited[] = []
    for (let round = 0; audit !== null && round < audits; round += 1) found.push(await audit(address, preset))
    return middleOf(found)
  }
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
    const of = await middle(`${hello}/`, preset)
    figures.push([`Lighthouse ${preset}, hello`, auditText(of)])
    for (const [size, { base }] of sizes({ few, many })) {
      const found = await middle(`${base}/board`, preset)
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
  if (audit !== null) {
    const name = 'Lighthouse on a line and a processor that are slowed down while it loads'
    figures.push([`${name}, hello`, auditText(await middle(`${hello}/`, 'slowed-mobile'))])
    figures.push([`${name}, the board, 200 domains`, auditText(await middle(`${many.base}/board`, 'slowed-mobile'))])
  }
  return { bars, figures }
}

/** U3: from an input to the next paint, on a processor slowed down four times. */
export async function interactionsPainted({ few, many, browser, audits }: PagesUnderTest): Promise<Found> {
  const bars: Bar[] = []
  const figures: [string, string][] = []
  for (const [size, { base }] of sizes({ few, many })) {
    const rounds: (readonly Interaction[])[] = []
    for (let round = 0; round < audits; round += 1) rounds.push(await interactionTimes(browser, `${base}/board`, SLOWDOWN))
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
  return { bars, figures }
}

/** B5: how soon after its answer a write is on an open board. */
export async function writesShown({ few, many, browser, rounds }: PagesUnderTest): Promise<Found> {
  const bars: Bar[] = []
  const figures: [string, string][] = []
  for (const [size, server] of sizes({ few, many })) {
    const gate = server.gates.find((each) => each.startsWith('domain-000/smoke/')) ?? ''
    let failed: unknown
    const writes = Array.from({ length: rounds }, (_, round) => [
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
  return { bars, figures }
}

function middleOf(found: readonly Audited[]): Audited {
  const of = (name: keyof Audited) => spreadOf(found.map((each) => each[name])).median
  return { score: of('score'), lcp: of('lcp'), tbt: of('tbt'), cls: of('cls') }
}

function auditText({ score, lcp, tbt, cls }: Audited): string {
  return `LCP ${whole(lcp)} ms, TBT ${whole(tbt)} ms, CLS ${cls.toFixed(3)}, score ${score}`
}
