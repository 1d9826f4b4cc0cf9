import { expect, test } from './watched-page.ts'

test.describe('What does a fresh server show?', () => {
  for (const path of [
    '/board',
    '/compare',
    '/domains',
    '/domains/platform-billing',
    '/changes/new',
    '/changes',
    '/ownership',
    '/ownership?tab=coverage',
  ]) {
    test(`${path} says what is missing and the exact next command`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'No operating model is stored yet' })).toBeVisible()
      await expect(page.getByText('npx lanekeeper sync')).toBeVisible()
      await expect(page.getByText('No repository yet')).toBeVisible()
    })
  }

  test('the address / leads to the plan explorer', async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveURL('/changes/new')
  })
})
