import { expect, test } from './watched-page.ts'

test.describe('Is this answer still current?', () => {
  test('an answer that cannot be renewed says how old it is, and is not shown as current', async ({ page, expected }) => {
    expected.push(/Failed to load resource/)
    await page.goto('/ownership?path=tools/x.sh')
    await expect(page.getByRole('heading', { name: 'No map names an owner' })).toBeVisible()
    await page.route('**/api/v1/ownership/resolve**', (route) => route.abort())
    await page.clock.install()
    await page.clock.runFor(60_000)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    // The two further tries come after one and two seconds.
    for (let seconds = 0; seconds < 10; seconds += 1) await page.clock.runFor(1_000)
    await expect(page.getByText(/^Not renewed: as of \d+ \w{3} \d{4}, \d\d:\d\d:\d\d UTC$/)).toBeVisible()
    await page.unroute('**/api/v1/ownership/resolve**')
    await page.getByRole('button', { name: 'Ask again' }).click()
    await expect(page.getByText(/^Not renewed/)).toBeHidden()
  })
})
