import { BILLING_CHANGE, storePlan } from './plans.ts'
import { expect, test } from './watched-page.ts'

test.describe('Which changes were planned?', () => {
  test('the newest comes first, with what it asks for', async ({ page, request }) => {
    await storePlan(request, ['packages/platform/iam/authorizer.go'])
    const plan = await storePlan(request, BILLING_CHANGE, 'platform-control')
    await page.goto('/changes')
    const first = page.getByRole('region', { name: 'Stored plans' }).getByRole('row').nth(1)
    await expect(first).toContainText(`${plan.gates.length} gates for 3 files`)
    await expect(first).toContainText('platform-control')
    await expect(first).toContainText('1 without owner')
    await first.getByRole('link').click()
    await expect(page).toHaveURL(`/changes/${plan.id}`)
  })

  test('older plans are a page further, and the way back is there', async ({ page, request }) => {
    for (let more = 0; more < 51; more += 1) await storePlan(request, [`packages/platform/iam/f${more}.go`])
    await page.goto('/changes')
    await expect(page.getByRole('row')).toHaveCount(51)
    await page.getByRole('link', { name: 'Older' }).click()
    await expect(page).toHaveURL(/cursor=/)
    await expect(page.getByRole('row').nth(1)).toContainText('gates for')
    await page.getByRole('link', { name: 'Newest' }).click()
    await expect(page).toHaveURL('/changes')
  })

  test('a place in the list that was never given out is said', async ({ page }) => {
    await page.goto('/changes?cursor=0')
    await expect(page.getByText('no plan stands after it')).toBeVisible()
  })
})
