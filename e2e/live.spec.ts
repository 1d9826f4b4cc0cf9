import type { Page } from '@playwright/test'
import { type FaultyProxy, startFaultyProxy } from '#test/faulty-proxy.ts'
import { fail, mend, mendFailing, RELEASED } from './evidence.ts'
import { SERVERS } from './servers.ts'
import { expect, test } from './watched-page.ts'

const GATE = 'platform-iam/smoke/user-login-authz'
const BOARD = `/board?commit=${RELEASED}`
const cell = (page: Page, status: string) =>
  page.getByRole('grid').getByRole('link', { name: new RegExp(`^IAM/Auth, 5 Release gates: ${status}`) })
const smokes = (page: Page, status: string) =>
  page.getByRole('grid').getByRole('link', { name: new RegExp(`^Billing/Metering, 6 Consumer smokes: ${status}`) })
const bar = (page: Page) => page.getByRole('banner')

test.describe('Is the board as new as what CI has recorded?', () => {
  /** What lies between the browser and the server. */
  let network: FaultyProxy

  test.beforeAll(async () => {
    network = await startFaultyProxy({ host: '127.0.0.1', port: SERVERS.main.port })
  })
  test.afterAll(() => network.close())

  test('it follows by itself, shows nothing once the server is gone, and comes back with it', async ({ page, request, expected }) => {
    expected.push(/request to http:\/\/127\.0\.0\.1/, /Failed to load resource/, /net::ERR/)
    await page.goto(`http://127.0.0.1:${network.port}${BOARD}`)
    await expect(bar(page).getByText('Live', { exact: true })).toBeVisible()
    await expect(cell(page, 'Passed')).toBeVisible()
    await fail(request, GATE, RELEASED, 'live')
    await expect(cell(page, 'Failed')).toBeVisible()
    await expect(page.locator('[data-changed]').first()).toBeVisible()
    await expect(bar(page).getByText('1 change recorded')).toBeAttached()

    network.setMode('away')
    await expect(page.getByRole('heading', { name: /^Not renewed: this was judged .+, at \d+ \w{3} \d{4}/ })).toBeVisible()
    await expect(bar(page).getByText('Server unreachable')).toBeVisible()
    await expect(page.getByRole('grid')).toHaveCount(0)
    await expect(page.getByText('Passed')).toHaveCount(0)

    await mend(request, GATE, RELEASED)
    network.setMode('through')
    await expect(cell(page, 'Passed')).toBeVisible()
    await expect(bar(page).getByText('Live', { exact: true })).toBeVisible()
  })

  test('a server that falls silent is no longer believed', async ({ page, expected }) => {
    expected.push(/request to http:\/\/127\.0\.0\.1/, /Failed to load resource/, /net::ERR/)
    await page.goto(`http://127.0.0.1:${network.port}${BOARD}`)
    await expect(bar(page).getByText('Live', { exact: true })).toBeVisible()
    network.setMode('silent')
    await expect(page.getByText(/^Not confirmed: judged/)).toBeVisible({ timeout: 20_000 })
    await expect(bar(page).getByText('Stale', { exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: /^Not renewed/ })).toBeVisible({ timeout: 20_000 })
    network.setMode('through')
  })

  test('without a stream the server is asked, and the bar says so', async ({ page, request, expected }) => {
    expected.push(/Failed to load resource/, /net::ERR/)
    await page.route('**/api/v1/events', (route) => route.abort())
    await page.goto(BOARD)
    await expect(bar(page).getByText('Asked', { exact: true })).toBeVisible()
    await fail(request, GATE, RELEASED, 'asked')
    await expect(cell(page, 'Failed')).toBeVisible({ timeout: 25_000 })
    await mend(request, GATE, RELEASED)
  })
})

test.describe('Is what I see still true?', () => {
  test('what is recorded while I work in the grid is offered, and rows do not move until I ask for it', async ({ page, request }) => {
    await page.goto('/board')
    await smokes(page, 'Failed').focus()
    await mendFailing(request)
    await expect(page.getByText('1 update since')).toBeVisible()
    await expect(smokes(page, 'Failed')).toBeFocused()
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(smokes(page, 'Passed')).toBeVisible()
    await expect(page).toHaveTitle(/^1 of 9 eligible/)
    await expect(page.getByRole('button', { name: 'Judge again' })).toBeFocused()
  })
})
