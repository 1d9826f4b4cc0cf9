import { recordHistory } from './evidence.ts'
import { expect, test } from './watched-page.ts'

test('the board asks for the first candidate, and CI brings it in by the front door', async ({ page, request }) => {
  for (const path of ['/board', '/domains/platform-billing']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'No candidate yet' })).toBeVisible()
    await expect(page.getByText(/npx lanekeeper announce --profile PROFILE --base origin\/main/)).toBeVisible()
    await expect(page.getByRole('grid')).toHaveCount(0)
  }
  await page.goto('/domains')
  await expect(page.getByRole('link', { name: 'Billing/Metering' })).toBeVisible()
  await expect(page.getByText(/eligible/i)).toHaveCount(0)
  await recordHistory(request)
  await page.goto('/board')
  await expect(page.getByRole('grid')).toBeVisible()
})
