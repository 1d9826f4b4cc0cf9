import { HIDDEN } from './evidence.ts'
import { expect, test } from './watched-page.ts'

const COMMAND = /^lanekeeper run web\/local\/typecheck -- /

test('The domain owner finds yesterday’s hidden skip without a mouse: what to run, and a link for others', async ({ page, browser }) => {
  await page.goto('/board')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/skips$/)
  await expect(page).toHaveTitle(/^\d+ lines? owed/)
  const register = page.getByRole('region', { name: 'What is owed, with its five proofs' })
  const rows = register.getByRole('row')
  await expect(rows.nth(1)).toContainText('Hidden skip')
  await expect(register).not.toContainText(/passed/i)

  const first = rows.nth(1).getByRole('link')
  await first.focus()
  await page.keyboard.press('j')
  await expect(rows.nth(2).getByRole('link')).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('heading', { name: 'What closes it' })).toBeVisible()
  await expect(drawer).toContainText(`announced ${HIDDEN}, was closed, and showed nothing of it`)
  await expect(drawer.getByText(COMMAND).first()).toBeVisible()
  await expect(drawer.getByRole('listitem').filter({ hasText: /^[1-5]\. / })).toHaveCount(5)
  await page.keyboard.press('y')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(link)
  await expect(other.getByRole('dialog').getByText(COMMAND).first()).toBeVisible()
  await elsewhere.close()
})

test('Is a skip that was declared shown as one, and can a spreadsheet have it?', async ({ page }) => {
  await page.goto('/skips?view=declared&domain=web')
  const register = page.getByRole('region', { name: 'Declared skips, with their five proofs' })
  const row = register.getByRole('row').nth(1)
  await expect(row).toContainText('Skip accepted')
  await expect(register).not.toContainText(/passed/i)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const stream = await (await saved).createReadStream()
  let text = ''
  for await (const part of stream) text += part
  expect(text).toContain(',declared-skip,accepted,web/smoke/global-navigation,web,hotfix-fast,')
  expect(text).not.toMatch(/passed/i)
  await page.getByLabel('Domain').selectOption('gpuaas')
  await expect(page).toHaveURL(/domain=gpuaas/)
  await expect(page.getByRole('heading', { name: 'No line is like that' })).toBeVisible()
})

test('Is it getting better? Six charts say so, each with its figures in a table', async ({ page }) => {
  await page.goto('/insights')
  await expect(page.getByRole('figure')).toHaveCount(6)
  await expect(page.getByRole('figure', { name: /hidden skip.* came to light/ }).locator('svg.recharts-surface')).toBeVisible()
  await page.getByRole('link', { name: '26 weeks' }).click()
  await expect(page).toHaveURL(/weeks=26/)
  await expect(page.getByRole('heading', { name: 'No exception is recorded' })).toBeVisible()

  const figure = page.getByRole('figure', { name: /hidden skip.* came to light/ })
  await figure.getByText('Show the figures').click()
  await expect(figure.getByRole('row').last().getByRole('cell').first()).toHaveText(/^[1-9]\d*$/)
})

test('What do the guards still wait for?', async ({ page }) => {
  await page.goto('/guards')
  const guard = page.getByRole('region', { name: 'global/boundary_guard' })
  await expect(guard).toContainText('Next graduation')
  await expect(guard).toContainText('It has reported no findings for this candidate, which is not the same as having found none.')
  await expect(guard.getByText(/^npx lanekeeper run global\/boundary_guard --findings/)).toBeVisible()
})
