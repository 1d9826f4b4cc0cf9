import { execFileSync } from 'node:child_process'
import { CI_TOKEN, SERVERS } from './servers.ts'
import { expect, test } from './watched-page.ts'

test('the command line brings the model in by the front door', async ({ page }) => {
  await page.goto('/changes')
  const said = execFileSync(process.execPath, ['bin/lanekeeper', 'sync', '--repo', 'examples/platform-monorepo'], {
    encoding: 'utf8',
    env: { ...process.env, LANEKEEPER_URL: SERVERS.main.url, LANEKEEPER_TOKEN: CI_TOKEN, NO_COLOR: '1' },
  })
  expect(said).toContain('is now current')
  await page.reload()
  await expect(page.getByRole('banner').getByText('gpuaas-platform')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No plan is stored yet' })).toBeVisible()
  await expect(page.getByText(/curl .*\/api\/v1\/plans/)).toBeVisible()
})
