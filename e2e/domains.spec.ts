import type { Page } from '@playwright/test'
import { FAILING, HIDDEN, NEWEST, RELEASED } from './evidence.ts'
import { expect, test } from './watched-page.ts'

/** The first key on a page that was just opened: its part of the page takes keys a moment after the frame does. */
async function pressFirst(page: Page, key: string, address: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(page).toHaveURL(address, { timeout: 2_000 })
  }).toPass()
}

test.describe('What must my domain pass, and how does it stand?', () => {
  test('the domain owner finds the hidden skip in the lane, why it is there, and what to run', async ({ page }) => {
    await page.goto('/domains')
    await page.getByRole('searchbox', { name: 'Filter by domain or owner' }).fill('@web')
    await expect(page.getByText('1 of 9 domains shown')).toBeVisible()
    await page.getByRole('link', { name: 'Frontend surfaces' }).click()
    await expect(page).toHaveURL('/domains/web')
    await expect(page).toHaveTitle(/^8 of 8 open · Frontend surfaces/)
    const local = page.getByRole('region', { name: 'Domain-local' })
    const gate = local
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'typecheck' }) })
      .first()
    await expect(gate).toContainText('Missing')
    await expect(gate).toContainText('DEBT')
    await expect(gate).toContainText(`announced ${HIDDEN}, was closed, and showed nothing of it`)
    await expect(gate).toContainText(/Declared at .+web\.yaml:\d+/)
    await expect(gate).toContainText(`lanekeeper run ${HIDDEN} -- `)
    const smoke = page.getByRole('region', { name: 'Consumer smoke' })
    await expect(smoke.getByText('Skipped').first()).toBeVisible()
    await expect(smoke.getByText('Passed', { exact: true })).toHaveCount(0)
  })

  test('the eight points stand in their order, each with its claim', async ({ page }) => {
    await page.goto(`/domains/platform-policy?commit=${NEWEST}`)
    await page.getByRole('link', { name: /^Eligibility/ }).click()
    await expect(page).toHaveURL(`/domains/platform-policy?commit=${NEWEST}&tab=eligibility`)
    await expect(page.locator('main ol').getByRole('heading', { level: 2 })).toHaveText([
      '1 Decision packet',
      '2 Service auth',
      '3 Degradation',
      '4 Rollback',
      '5 Release gates',
      '6 Consumer smokes',
      '7 SLO and status',
      '8 Boundary guards',
    ])
    await expect(page.getByText('The rollback command is written down and was tested with exactly that command.')).toBeVisible()
  })

  test('one point: why, what it rests on, how it stood before, how to satisfy it, and the next, by keys alone', async ({ page }) => {
    await page.goto('/domains/platform-billing')
    await pressFirst(page, '2', '/domains/platform-billing?tab=eligibility')
    await page.getByRole('link', { name: '6 Consumer smokes' }).first().press('Enter')
    await expect(page).toHaveURL('/domains/platform-billing/eligibility/consumer-smokes')
    await expect(page).toHaveTitle(/^Failed · Consumer smokes · Billing/)
    await expect(page.getByRole('region', { name: /^Why it does not hold/ })).toContainText(`lanekeeper run ${FAILING} --supersedes`)
    await expect(page.getByRole('region', { name: 'Evidence of this point' })).toContainText('Failed')
    const before = page.getByRole('region', { name: 'On the last candidates', exact: true }).last().getByRole('row')
    await expect(before.filter({ hasText: NEWEST.slice(0, 7) })).toContainText('Failed')
    await expect(before.filter({ hasText: RELEASED.slice(0, 7) })).toContainText('Passed')
    await expect(page.getByRole('region', { name: 'How to satisfy it' })).toContainText('supported_consumers: [CONSUMER]')
    await page.keyboard.press(']')
    await expect(page).toHaveURL('/domains/platform-billing/eligibility/status-slo')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('7 SLO and status')
    await page.keyboard.press('[')
    await expect(page).toHaveURL('/domains/platform-billing/eligibility/consumer-smokes')
    await page.goto('/domains/platform-billing/eligibility/6')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('6 Consumer smokes')
  })

  test('what was left out, what ran, what happened and what it owns stand a key apart', async ({ page }) => {
    await page.goto('/domains/web')
    await pressFirst(page, '3', '/domains/web?tab=skips')
    await expect(page.getByRole('region', { name: 'Debt that is owed' })).toContainText(HIDDEN)
    await expect(page.getByRole('region', { name: 'Declared skips' }).last()).toContainText('the console is unchanged')
    await page.keyboard.press('4')
    await expect(page.getByRole('region', { name: 'Evidence of its gates' }).getByRole('row').nth(1)).toBeVisible()
    await page.keyboard.press('5')
    await expect(page.getByText(/still open/).first()).toBeVisible()
    await page.getByRole('link', { name: 'Skips', exact: true }).press('Enter')
    await expect(page).toHaveURL('/domains/web?tab=timeline&kind=skip')
    await expect(page.getByText('the console is unchanged')).toBeVisible()
    await page.keyboard.press('6')
    await expect(page.getByRole('region', { name: 'Rows of the ownership maps' })).toContainText('packages/web')
    await page.goto('/domains/web?tab=timeline&kind=gossip')
    await expect(page.getByText('not one of evidence, skip, debt, promotion')).toBeVisible()
  })

  test('what it uses and who uses it is a step away, on the same candidate', async ({ page }) => {
    await page.goto(`/domains/platform-billing?commit=${RELEASED}`)
    await page.getByRole('link', { name: 'platform-iam', exact: true }).click()
    await expect(page).toHaveURL(`/domains/platform-iam?commit=${RELEASED}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('IAM/Auth')
  })

  test('a reason leads to the evidence itself', async ({ page }) => {
    await page.goto('/domains/platform-billing?tab=eligibility')
    await page
      .getByRole('link', { name: /^evidence [0-9a-f]{8}/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/evidence\/[0-9a-f-]{36}$/)
    await expect(page.locator('main')).toContainText(NEWEST)
  })

  test('what a producer wrote is shown as text and does nothing', async ({ page }) => {
    await page.goto(`/domains/platform-policy?commit=${NEWEST}`)
    await expect(page.getByText('<img src=x onerror=alert(1)> waits for a fixture', { exact: false }).first()).toBeVisible()
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('a domain that no lane declares is said, with the way to those there are', async ({ page, expected }) => {
    expected.push(/status of 404/)
    for (const name of ['no-such-domain', '%E0%A4%A', '<script>']) {
      await page.goto(`/domains/${name.startsWith('%') ? name : encodeURIComponent(name)}`)
      if (name.startsWith('%')) continue
      await expect(page.getByRole('heading', { name: 'No lane declares this domain' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'All domains' })).toBeVisible()
    }
  })
})
