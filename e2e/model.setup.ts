import { bringModel } from './command-line.ts'
import { SERVERS } from './servers.ts'
import { expect, test } from './watched-page.ts'

test('the command line brings the model in by the front door', async ({ page }) => {
  await page.goto('/changes')
  expect(bringModel(SERVERS.main.url)).toContain('is now current')
  await page.reload()
  await expect(page.getByRole('banner').getByText('gpuaas-platform')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No plan is stored yet' })).toBeVisible()
  await expect(page.getByText(/curl .*\/api\/v1\/plans/)).toBeVisible()
})
