import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { NEWEST } from './evidence.ts'
import { expect, test } from './watched-page.ts'

/**
 * Where the pictures go: with the other results, or where E2E_SCREENSHOTS says. `E2E_SCREENSHOTS=docs/screenshots` takes those of the README
 * anew, so that a run of the tests leaves them as they are.
 */
const FOLDER = process.env.E2E_SCREENSHOTS || 'test-results/screenshots'
const MOST_BYTES = 150 * 1024

interface Picture {
  readonly name: string
  readonly path: string
  readonly theme: 'light' | 'dark'
  /** Of the window, where it is another one: what is soft weighs more. */
  readonly size?: { readonly width: number; readonly height: number }
  /** What must be there before the picture is taken. */
  readonly shows: (page: Page) => ReturnType<Page['getByRole']>
}

const BOARD = `/board?commit=${NEWEST}`

const PICTURES: readonly Picture[] = [
  { name: 'board-light', path: BOARD, theme: 'light', shows: (page) => page.getByRole('grid') },
  { name: 'board-dark', path: BOARD, theme: 'dark', shows: (page) => page.getByRole('grid') },
  {
    name: 'drawer',
    path: `${BOARD}&cell=platform-policy.4`,
    theme: 'light',
    size: { width: 1000, height: 620 },
    shows: (page) => page.getByRole('dialog', { name: /4 Rollback/ }),
  },
  {
    name: 'domain',
    path: `/domains/platform-policy?commit=${NEWEST}`,
    theme: 'light',
    shows: (page) => page.getByRole('heading', { level: 1, name: 'Policy/Quota' }),
  },
  { name: 'skips', path: '/skips', theme: 'light', shows: (page) => page.getByRole('heading', { level: 1 }) },
]

test.describe('What does it look like?', () => {
  test('the pictures of the README', async ({ page }) => {
    mkdirSync(FOLDER, { recursive: true })
    for (const { name, path, theme, shows, size = { width: 1120, height: 720 } } of PICTURES) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.goto(path)
      await expect(shows(page)).toBeVisible()
      await expect(page.getByRole('banner').getByText('Live', { exact: true })).toBeVisible()
      await page.evaluate(() => document.fonts.ready)
      await stopClocks(page)
      const file = join(FOLDER, `${name}.png`)
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
      expect(statSync(file).size, `${name} in bytes`).toBeLessThan(MOST_BYTES)
    }
  })
})

/** What differs from run to run without the page being another one stands still: ages, dates and the ids that the server gives. */
async function stopClocks(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const time of document.querySelectorAll('time')) time.textContent = 'just now'
    for (const clock of document.querySelectorAll('[data-clock]')) clock.textContent = '· newest record 12:38 UTC'
    const ids = new Set((document.body.textContent ?? '').match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g))
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      let said = (text.nodeValue ?? '').replace(/\b\d{1,2} \w{3} \d{4}\b/g, '24 Nov 2026')
      for (const id of ids) said = said.replaceAll(id, '4f0c9a1e-0000-4000-8000-000000000000').replaceAll(id.slice(0, 8), '4f0c9a1e')
      if (said !== text.nodeValue) text.nodeValue = said
    }
  })
}
