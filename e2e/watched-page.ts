import { test as base, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

/** What a page must not do, as it was seen to do it. */
async function watch(page: Page, ownOrigin: string, seen: string[]): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      seen.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => seen.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== ownOrigin && !['data:', 'blob:', 'about:'].includes(url.protocol)) seen.push(`request to ${url.origin}`)
  })
  page.on('dialog', async (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
}

/** Makes `goto` wait until the page acts on keys: a key that arrives before React has taken over is lost, and no reader is that fast. */
function answerAtOnce(page: Page): void {
  const goto = page.goto.bind(page)
  page.goto = async (...asked) => {
    const response = await goto(...asked)
    const isOurs = (response?.headers()['content-type'] ?? '').includes('text/html')
    if (isOurs) await page.waitForFunction(hasHydrated, null, { timeout: 15_000 })
    return response
  }
}

/** React takes over a part of the page at a time: the page's own keys come with its buttons, after those of the frame around it. */
function hasHydrated(): boolean {
  return [...document.querySelectorAll('button')].every((button) => Object.keys(button).some((key) => key.startsWith('__reactProps')))
}

/**
 * A test whose page is watched: a console error or warning, a policy violation, an uncaught error, a request to another
 * origin or an alert fails it. What a test expects to be said there it names in `expected`.
 */
export const test = base.extend<{ expected: RegExp[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of fixtures from this pattern
  expected: async ({}, use) => use([]),
  page: async ({ page, baseURL, expected }, use) => {
    const seen: string[] = []
    await watch(page, new URL(baseURL ?? '').origin, seen)
    answerAtOnce(page)
    await use(page)
    const wrong = seen.filter((each) => !expected.some((pattern) => pattern.test(each)))
    base.expect(wrong, 'what the page said or asked for').toEqual([])
  },
})
