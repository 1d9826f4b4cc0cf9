import { FAILING, failingEvidence, NEWEST } from './evidence.ts'
import { BILLING_CHANGE, storePlan } from './plans.ts'
import { expect, test } from './watched-page.ts'

test.describe('What exactly ran, what came of it, and is that on record?', () => {
  test('without a mouse: the failing run, its command, its audit entry, and the chain that holds', async ({ page }) => {
    await page.goto('/evidence')
    await page.getByRole('combobox', { name: 'Result' }).selectOption('failed')
    await expect(page).toHaveURL(/result=failed/)
    await page.getByRole('combobox', { name: 'Domain' }).selectOption('platform-billing')
    const list = page.getByRole('region', { name: 'Evidence' })
    await expect(list.getByRole('link')).toHaveText([FAILING])
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/evidence\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/attribution/i)
    await expect(page.getByRole('button', { name: 'Copy command' })).toBeVisible()
    const outcome = page.getByRole('region', { name: 'Outcome' })
    await expect(outcome).toContainText('Failed')
    await expect(outcome).toContainText('Exit code1')
    const record = page.getByRole('region', { name: 'On record' })
    await expect(record).toContainText('bound to the letter')
    await record.getByRole('link', { name: /^entry / }).click()
    await expect(page).toHaveURL(/\/audit\?entry=(\d+)#\1$/)
    await expect(page.getByRole('region', { name: 'Audit chain' }).getByRole('row').nth(1)).toContainText('Evidence recorded')
    await expect(page.getByText('The chain holds')).toBeVisible()
  })

  test('the chain is saved whole, and a bare number leads to its entry', async ({ page, request }) => {
    await page.goto('/audit')
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export NDJSON' }).click()
    expect((await saving).suggestedFilename()).toBe('lanekeeper-audit.ndjson')
    const lines = (await (await request.get('/api/v1/audit/export')).text()).trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { sequence: number }).sequence)).toEqual(lines.map((_, at) => at + 1))
    // A page that does not have the entry leads to the one that begins with it.
    await page.goto('/audit?action=run.closed#2')
    await expect(page).toHaveURL('/audit?entry=2#2')
    await expect(page.locator('[id="2"]')).toBeVisible()
    await page.getByRole('combobox', { name: 'What was done' }).selectOption('run.closed')
    await expect(page.getByRole('region', { name: 'Audit chain' }).getByText('Run closed').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Audit chain' }).getByText('Evidence recorded')).toHaveCount(0)
  })
})

test.describe('What if a producer reports hostile text?', () => {
  test('it is readable, does nothing, and breaks no page', async ({ page, request }) => {
    const found = await request.get(`/api/v1/evidence?result=blocked&content=${NEWEST}`)
    const { items } = (await found.json()) as { items: readonly { readonly id: string }[] }
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 900 })
      for (const path of [`/evidence/${items[0]?.id}`, `/evidence/${await failingEvidence(request)}`, '/evidence', '/audit']) {
        await page.goto(path)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${path} ${width}`).toBeLessThanOrEqual(
          0,
        )
      }
      await page.goto(`/evidence/${items[0]?.id}`)
      await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('<img src=x onerror=alert(1)> waits for a fixture\\u{202e}')
      expect(await page.locator('main img').count()).toBe(0)
    }
  })
})

test.describe('What does my change still lack?', () => {
  test('each gate of the plan stands beside its result, failures first', async ({ page, request }) => {
    const plan = await storePlan(request, BILLING_CHANGE, 'platform-control', NEWEST)
    await page.goto(`/changes/${plan.id}`)
    const results = page.getByRole('region', { name: 'Results of the plan' })
    await expect(results.getByRole('row')).toHaveCount(plan.gates.length + 1)
    const first = results.getByRole('row').nth(1)
    await expect(first).toContainText('Failed')
    await first.getByText('who can move it, and what to run').click()
    await expect(first.getByRole('link', { name: /^evidence/ })).toHaveAttribute('href', `/evidence/${await failingEvidence(request)}`)
    await expect(page).toHaveTitle(/^\d+ open · /)
  })

  test('a plan without a commit says that nothing can be held against it', async ({ page, request }) => {
    const plan = await storePlan(request, BILLING_CHANGE)
    await page.goto(`/changes/${plan.id}`)
    await expect(page.getByRole('heading', { name: 'The plan names no commit' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Results of the plan' })).toHaveCount(0)
  })
})
