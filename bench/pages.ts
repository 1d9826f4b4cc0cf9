import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { reportHistory } from './history/document.ts'
import { startGoverned } from './pages/governed.ts'
import { startHello } from './pages/hello.ts'
import { firstLoads } from './pages/script-of-pages.ts'
import type { Found, PagesUnderTest } from './pages/under-test.ts'
import { interactionsPainted, lighthouseAudits, writesShown } from './pages/what-a-reader-waits-for.ts'
import { firstBytes, memoryHeld, requestsServed } from './pages/what-a-server-does.ts'

/*
 * What the pages cost a reader and the server, as they are built for production, with the nine domains of the example's size and with 200
 * domains of 30 gates; beside them the least page that the same framework builds, and a server of node and pg alone.
 */

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, requests: { type: 'string' } } })
const QUICK = values.quick
const BROWSER = process.env.E2E_CHROMIUM ?? process.env.CHROME_PATH ?? '/usr/bin/chromium'

const MEASUREMENTS: readonly (readonly [string, (of: PagesUnderTest) => Promise<Found>])[] = [
  ['time to the first byte', firstBytes],
  ['first load', firstLoads],
  ['audits', lighthouseAudits],
  ['interactions', interactionsPainted],
  ['until a write is shown', writesShown],
  ['requests a second', requestsServed],
  ['memory', memoryHeld],
]

const hello = await startHello()
const [few, many] = [await startGoverned(9), await startGoverned(200)]
const browser = await chromium.launch({
  executablePath: BROWSER,
  args: ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
const found: Found[] = []
try {
  const underTest: PagesUnderTest = {
    hello: hello.base,
    few,
    many,
    browser,
    browserPath: BROWSER,
    rounds: QUICK ? 2 : 5,
    audits: QUICK ? 1 : 3,
    loadMs: QUICK ? 2_000 : 8_000,
    requests: Number(values.requests ?? (QUICK ? 300 : 10_000)),
  }
  for (const [name, measure] of MEASUREMENTS) {
    process.stderr.write(`${name} …\n`)
    found.push(await measure(underTest))
  }
} finally {
  await browser.close()
  await Promise.all([hello.stop(), few.stop(), many.stop()])
}

reportHistory(
  'pages',
  QUICK,
  `9 and 200 domains of 30 gates, one candidate of which every gate was recorded, PostgreSQL; Chromium ${browser.version()}. Beside them a hello page of the same framework, built in this run.`,
  found.flatMap(({ bars }) => bars),
  found.flatMap(({ figures }) => figures),
)
