import type { Browser, Page } from '@playwright/test'

/** What a reader does on the board, told by what is pressed. */
const INTERACTIONS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'filter',
    async (page) => void (await page.getByRole('searchbox', { name: 'Filter by domain or owner' }).pressSequentially('domain-01')),
  ],
  ['show all', async (page) => void (await page.getByRole('button', { name: 'Show all' }).click())],
  ['order', async (page) => void (await page.getByLabel('Order').selectOption('name'))],
  ['open a cell', async (page) => void (await page.getByRole('grid').locator('a[data-n]').first().click())],
  ['next cell', async (page) => void (await page.keyboard.press(']'))],
  ['close', async (page) => void (await page.keyboard.press('Escape'))],
]

export interface Interaction {
  readonly name: string
  /** Milliseconds from the input to the next paint: the slowest event of the interaction. */
  readonly ms: number
}

/** The time from each input to the next paint, on a processor that is slowed down so many times. */
export async function interactionTimes(browser: Browser, address: string, slowdown: number): Promise<readonly Interaction[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const times: number[] = []
    Reflect.set(window, 'eventTimes', times)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) times.push(duration)
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
  })
  await page.goto(address)
  await page.getByRole('grid').waitFor()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.waitForTimeout(2_000)
  const found: Interaction[] = []
  for (const [name, interact] of INTERACTIONS) {
    await page.evaluate(() => Reflect.get(window, 'eventTimes').splice(0))
    await interact(page)
    await page.waitForTimeout(1_500)
    const times = await page.evaluate<number[]>(() => Reflect.get(window, 'eventTimes'))
    // What took less than the least that is reported took less than that.
    found.push({ name, ms: Math.max(16, ...times) })
  }
  await context.close()
  return found
}

/** Milliseconds from the answer that says a write is kept until the board shows it, without anybody touching it; one for each write. */
export async function untilShown(
  browser: Browser,
  address: string,
  writes: readonly { readonly write: () => Promise<unknown>; readonly domain: string; readonly column: number; readonly word: string }[],
): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('banner').getByText('Live', { exact: true }).waitFor()
  const took: number[] = []
  for (const { write, domain, column, word } of writes) {
    // Of what was renewed before, the page rests a little.
    await page.waitForTimeout(3_000)
    await write()
    const keptAt = performance.now()
    await page
      .locator(`tr[data-domain="${domain}"] a[data-n="${column}"][aria-label*=": ${word}"]`)
      .first()
      .waitFor({ state: 'attached', timeout: 30_000 })
    took.push(performance.now() - keptAt)
  }
  await context.close()
  return took
}
