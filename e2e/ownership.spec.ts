import { expect, test } from './watched-page.ts'

test.describe('Who owns this path?', () => {
  test('an owner is named with the map, line and pattern that say so, while the path is typed', async ({ page }) => {
    await page.goto('/ownership')
    await page.keyboard.press('/')
    await page.keyboard.type('packages/platform/billing/ledger.go')
    const owners = page.getByRole('region', { name: 'Owners' })
    await expect(owners.getByRole('row').nth(1)).toContainText('platform-billing')
    await expect(owners).toContainText('packages/platform/billing/**')
    await expect(owners).toContainText(/package-ownership\.md:\d+/)
    await expect(page.getByText('Shared-service package')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Lanes that claim it' })).toBeVisible()
    await expect(page).toHaveURL(/\?path=packages%2Fplatform|\?path=packages\/platform/)
  })

  test('a path without an owner says what follows', async ({ page }) => {
    await page.goto('/ownership?path=tools/x.sh')
    await expect(page.getByRole('heading', { name: 'No map names an owner' })).toBeVisible()
    await expect(page.getByText(/runs every global gate and asks for an architecture review/)).toBeVisible()
  })
})

test.describe('What has no owner?', () => {
  test('the coverage counts files, rows and folders, and gives no score', async ({ page, request }) => {
    const coverage = (await (await request.get('/api/v1/ownership/coverage')).json()) as {
      files: number
      owned: number
      unmappedCount: number
    }
    await page.goto('/ownership?tab=coverage')
    for (const [name, amount] of [
      ['Tracked files', coverage.files],
      ['With an owner', coverage.owned],
      ['Without an owner', coverage.unmappedCount],
    ] as const) {
      await expect(page.getByText(name, { exact: true }).locator('..')).toContainText(String(amount))
    }
    await expect(page.getByRole('region', { name: 'Coverage by map' }).getByRole('row')).toHaveCount(7)
    await expect(page.getByText('%')).toHaveCount(0)
    await page.getByText(/row without a tracked file/).click()
    await expect(page.getByText(/worker-binary-ownership\.md:\d+/)).toBeVisible()
  })

  test('the unmapped files can be narrowed, and each leads to its answer', async ({ page }) => {
    await page.goto('/ownership?tab=coverage')
    await page.getByRole('region', { name: 'Unmapped files by folder' }).getByRole('link', { name: 'tools/' }).click()
    await expect(page).toHaveURL(/tab=unmapped&q=tools/)
    await expect(page.getByLabel('Filter by path')).toHaveValue('tools/')
    await page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link', { name: /^tools\// })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'No map names an owner' })).toBeVisible()
  })

  test('rows that contradict one another are listed with both owners', async ({ page }) => {
    await page.goto('/ownership?tab=conflicts')
    const conflict = page.getByRole('main').getByRole('listitem').filter({ hasText: 'packages/shared/outbox/publisher.go' }).first()
    await expect(conflict).toContainText('platform-billing')
    await expect(conflict).toContainText('platform-evidence')
    await expect(conflict).toContainText(/package-ownership\.md:\d+/)
  })
})

test.describe('Is the model itself sound, and which one is it?', () => {
  test('diagnostics stand with file, line, column, code, message and hint, by severity', async ({ page, request }) => {
    const model = (await (await request.get('/api/v1/models/current')).json()) as {
      digest: string
      diagnostics: { file: string; line: number; column: number; code: string; message: string; hint: string; severity: string }[]
    }
    await page.goto('/ownership?tab=diagnostics')
    const list = page.getByRole('list', { name: 'Diagnostics of the model' })
    await expect(list.getByRole('listitem')).toHaveCount(model.diagnostics.length)
    for (const each of model.diagnostics) {
      const row = list.getByRole('listitem').filter({ hasText: each.message })
      for (const part of [`${each.file}:${each.line}:${each.column}`, each.code, each.hint]) await expect(row.first()).toContainText(part)
    }
    await page.getByRole('link', { name: /^Errors/ }).click()
    await expect(page).toHaveURL(/severity=error/)
    await expect(list.getByRole('listitem')).toHaveCount(model.diagnostics.filter((each) => each.severity === 'error').length)
    await page.getByRole('button', { name: 'Copy digest' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(model.digest)
  })

  test('the lanes stand with their gates and the line of each', async ({ page }) => {
    await page.goto('/ownership?tab=lanes')
    await page.getByLabel('Filter by domain or gate').fill('ledger')
    await expect(page.getByText('1 of 9 lanes shown')).toBeVisible()
    await expect(page.getByText('platform-billing/local/ledger-invariant-tests')).toBeVisible()
    await expect(page.getByText(/platform-billing\.yaml:\d+/).first()).toBeVisible()
  })

  test('a tab or severity that is not there is said, and can be taken out of the address', async ({ page }) => {
    await page.goto('/ownership?tab=scores&severity=fatal')
    await expect(page.getByText(/tab=scores: not one of resolve, coverage/)).toBeVisible()
    await page.getByRole('button', { name: 'Take tab out of the address' }).click()
    await page.getByRole('button', { name: 'Take severity out of the address' }).click()
    await expect(page).toHaveURL('/ownership')
  })
})
