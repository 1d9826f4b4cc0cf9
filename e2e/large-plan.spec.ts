import type { Page } from '@playwright/test'
import { storePlan } from './plans.ts'
import { expect, test } from './watched-page.ts'

const FILES = 400

/** Milliseconds from an action until the next frame has been painted. */
async function untilPainted(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (chosen) =>
      new Promise<number>((resolve) => {
        const from = performance.now()
        document.querySelector<HTMLElement>(chosen)?.click()
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)))
      }),
    selector,
  )
}

test.describe('Does a change of four hundred files stay usable?', () => {
  const paths = Array.from(
    { length: FILES },
    (_, at) => `packages/platform/${['billing', 'iam', 'policy', 'registry'][at % 4]}/part/f${at}.go`,
  )

  test('the first of everything is shown, all on request, and nothing is lost', async ({ page, request }) => {
    const plan = await storePlan(request, [...paths, 'tools/x.sh'])
    await page.goto(`/changes/${plan.id}`)
    await expect(page.locator('a[data-gate]')).toHaveCount(plan.gates.length)
    const files = page.getByRole('region', { name: 'Files of the change' })
    await expect(files.getByRole('row')).toHaveCount(101)
    await page.getByRole('link', { name: 'Show all 401' }).click()
    await expect(files.getByRole('row')).toHaveCount(402)
    const why = page.getByRole('region', { name: 'Why', exact: true })
    await page.getByRole('link', { name: /ledger invariant tests/ }).click()
    await why.getByRole('button', { name: 'Show all 100 files' }).click()
    await expect(why.getByText('packages/platform/billing/part/f396.go')).toBeAttached()
  })

  test('a gate opens at once, and the page is small', async ({ page, request }) => {
    const { id } = await storePlan(request, paths)
    const [response] = await Promise.all([page.waitForResponse((each) => each.url().endsWith(id)), page.goto(`/changes/${id}`)])
    expect((await response.request().sizes()).responseBodySize).toBeLessThan(100_000)
    await page.waitForLoadState('load')
    const times: number[] = []
    for (const nth of [5, 9, 13, 17, 21]) {
      await page
        .locator('a[data-gate]')
        .nth(nth)
        .evaluate((link) => link.setAttribute('data-pick', ''))
      times.push(await untilPainted(page, 'a[data-pick]'))
      await page.locator('a[data-pick]').evaluate((link) => link.removeAttribute('data-pick'))
    }
    const [, , median = Number.POSITIVE_INFINITY] = times.sort((a, b) => a - b)
    test.info().annotations.push({ type: 'median until painted', description: `${Math.round(median)} ms` })
    // The bar is 100 ms on a machine that does nothing else; a busy one must not fail the run, a slow list must.
    expect(median).toBeLessThan(500)
  })
})

test.describe('Is the script of a page small?', () => {
  for (const path of ['/board', '/changes', '/changes/new', '/ownership']) {
    // The goal is 180 KB, which these pages do not reach since they listen for changes: docs/performance.md.
    test(`${path} loads at most 195 KB of it, compressed`, async ({ page }) => {
      const sizes: Promise<number>[] = []
      page.on('requestfinished', (request) => {
        if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize))
      })
      await page.goto(path, { waitUntil: 'load' })
      // What a page loads right after it has begun counts as well; the stream of changes never ends, so nothing is ever idle.
      await page.waitForTimeout(500)
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
      expect(total).toBeGreaterThan(50_000)
      expect(total / 1024).toBeLessThanOrEqual(195)
    })
  }
})
