import { FAILING, NEWEST, RELEASED } from './evidence.ts'
import { expect, test } from './watched-page.ts'

const RANGE = `${RELEASED}...${NEWEST}`

test.describe('What got worse since the last release?', () => {
  test('the release manager asks from the board with one key, reads what changed, and swaps', async ({ page }) => {
    await page.goto('/board')
    await page.keyboard.press('c')
    await expect(page).toHaveURL(`/compare/${RANGE}`)
    await expect(page).toHaveTitle(/^\d+ worse of \d+ changed · /)
    const points = page.getByRole('region', { name: 'Changed points' }).last()
    const smokes = points.getByRole('row').filter({ hasText: '6 Consumer smokes' }).filter({ hasText: 'Billing/Metering' })
    await expect(smokes).toContainText('Worse')
    await expect(smokes.getByRole('link').first()).toContainText('Passed')
    await expect(smokes.getByRole('link').last()).toContainText('Failed')
    const skips = page.getByRole('region', { name: 'Skips added and repaid' }).last()
    await expect(skips.getByRole('row').filter({ hasText: 'Skipped since' })).not.toContainText(/On .*Passed.*Passed/)

    await smokes.getByRole('link').last().click()
    await expect(page).toHaveURL(`/board?commit=${NEWEST}&cell=platform-billing.6`)
    await expect(page.getByRole('dialog')).toContainText(FAILING)
    await page.goBack()
    await page.getByRole('link', { name: 'Swap' }).click()
    await expect(page).toHaveURL(`/compare/${NEWEST}...${RELEASED}`)
    await expect(smokes).toContainText('Better')
  })

  test('the first digits of a commit are enough; what names nothing is said', async ({ page }) => {
    await page.goto(`/compare?base=${RELEASED.slice(0, 8)}&head=${NEWEST.slice(0, 8)}`)
    await expect(page).toHaveURL(`/compare/${RANGE}`)
    await page.getByLabel('After').fill('dead')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page.getByText('dead names no candidate: give a full commit')).toBeVisible()
    await expect(page.getByLabel('After')).toHaveValue('dead')
    await page.goto(`/compare/${NEWEST}...${NEWEST}`)
    await expect(page.getByText('This is one and the same candidate.')).toBeVisible()
    await page.goto(`/compare/${NEWEST}...${'d4'.repeat(20)}`)
    await expect(page.getByRole('heading', { name: 'Nothing was recorded for d4d4d4d' })).toBeVisible()
  })
})

test.describe('Can I come back to how I look at the board?', () => {
  test('a view is saved under a name, opened again, and removed', async ({ page }) => {
    await page.goto('/board?status=failed&sort=name&cell=platform-billing.6')
    await expect(page.getByRole('dialog', { name: /6 Consumer smokes/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL('/board?status=failed&sort=name')
    await page.getByRole('button', { name: 'Views' }).click()
    const views = page.getByRole('dialog', { name: 'Saved views' })
    await views.getByLabel('Name of this view').fill('What failed')
    await page.keyboard.press('Enter')
    await expect(views.getByRole('listitem')).toContainText('What failedshown now')
    await page.goto('/board')
    await page.getByRole('button', { name: 'Views' }).click()
    await views.getByRole('link', { name: 'What failed' }).click()
    await expect(page).toHaveURL('/board?status=failed&sort=name')
    await expect(page.getByRole('button', { name: /^Failed/ })).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('button', { name: 'Views' }).click()
    await views.getByRole('button', { name: 'Remove What failed' }).click()
    await expect(views.getByText('No view is saved yet.')).toBeVisible()
  })
})
