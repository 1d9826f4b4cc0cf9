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
  test.use({ viewport: { width: 1120, height: 720 } })

  test('the pictures of the README', async ({ page }) => {
    mkdirSync(FOLDER, { recursive: true })
    for (const { name, path, theme, shows } of PICTURES) {
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

/** What differs from run to run only because time passes stands still, so that a picture changes when the page does. */
async function stopClocks(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const time of document.querySelectorAll('time')) time.textContent = 'just now'
    for (const clock of document.querySelectorAll('[data-clock]')) clock.textContent = '· newest record 12:38 UTC'
  })
}
