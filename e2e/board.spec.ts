import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { FAILING, HIDDEN, NEWEST, RELEASED } from './evidence.ts'
import { expect, test } from './watched-page.ts'

const grid = (page: Page) => page.getByRole('grid', { name: 'Domains by the eight items' })
const cell = (page: Page, name: RegExp) => grid(page).getByRole('link', { name })
const SMOKES = /^Billing\/Metering, 6 Consumer smokes: Failed/

test.describe('What stops Billing?', () => {
  test('the release manager finds it, who can move it and what to run, and copies the link', async ({ page, browser }) => {
    await page.goto('/')
    await expect(page).toHaveURL('/board')
    await expect(page).toHaveTitle(/^0 of 9 eligible · Board/)
    await cell(page, SMOKES).click()
    await expect(page).toHaveURL(/cell=platform-billing\.6/)
    const drawer = page.getByRole('dialog', { name: 'Billing/Metering · 6 Consumer smokes' })
    await expect(drawer.getByText('Failed · ')).toBeVisible()
    const reason = drawer.getByRole('list', { name: 'Reasons' }).getByRole('listitem').first()
    await expect(reason).toContainText(`${FAILING} must pass`)
    await expect(reason).toContainText('@billing')
    await expect(reason).toContainText(`lanekeeper run ${FAILING} --supersedes`)
    await reason.getByRole('button', { name: 'Copy the command' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^lanekeeper run platform-billing\/smoke/)

    await drawer.getByRole('button', { name: 'Copy link' }).click()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(page.url())
    const fresh = await (await browser.newContext()).newPage()
    await fresh.goto(link)
    const same = fresh.getByRole('dialog', { name: 'Billing/Metering · 6 Consumer smokes' })
    await expect(same).toBeVisible()
    // What was copied is said for a moment only.
    await expect.poll(() => drawer.ariaSnapshot()).toBe(await same.ariaSnapshot())
    await fresh.context().close()
  })

  test('the page of the point says the same and keeps the candidate', async ({ page }) => {
    await page.goto(`/board?commit=${NEWEST}&cell=platform-billing.6`)
    await page.getByRole('dialog').getByRole('link', { name: 'Open as page' }).click()
    await expect(page).toHaveURL(`/domains/platform-billing/eligibility/consumer-smokes?commit=${NEWEST}`)
    await expect(page).toHaveTitle(/^Failed · Consumer smokes · Billing\/Metering/)
    await expect(page.getByRole('list', { name: 'Reasons' })).toContainText(`${FAILING} must pass`)
    await page.getByRole('link', { name: 'Billing/Metering' }).click()
    await expect(page.getByText('2 of 8 points open: Release gates, Consumer smokes. It goes with platform-control.')).toBeVisible()
  })
})

test.describe('Can the board be read without a mouse?', () => {
  test('one Tab enters the grid, arrows move, Enter opens, brackets step, Esc gives the focus back', async ({ page }) => {
    await page.goto('/board?sort=model')
    await page.getByRole('button', { name: 'Export CSV' }).focus()
    await page.keyboard.press('Tab')
    await expect(grid(page).getByRole('link', { name: 'IAM/Auth @iam' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await expect(
      grid(page)
        .getByRole('link', { name: /^Not eligible/ })
        .nth(1),
    ).toBeFocused()
    for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowLeft')
    await expect(cell(page, SMOKES)).toBeFocused()
    await page.keyboard.press('k')
    await expect(cell(page, /^IAM\/Auth, 6 Consumer smokes/)).toBeFocused()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: /6 Consumer smokes/ })).toBeVisible()
    await page.keyboard.press(']')
    await expect(page.getByRole('dialog', { name: /7 SLO and status/ })).toBeVisible()
    await expect(page).toHaveURL(/cell=platform-billing\.7/)
    await page.keyboard.press('[')
    await page.keyboard.press('[')
    await expect(page.getByRole('dialog', { name: /5 Release gates/ })).toBeVisible()
    await page.keyboard.press('y')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(cell(page, /^Billing\/Metering, 5 Release gates/)).toBeFocused()
    await expect(page).toHaveURL('/board?sort=model')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(cell(page, /^Billing\/Metering, 5 Release gates/)).toBeFocused()
    await page.keyboard.press('Control+Home')
    await expect(grid(page).getByRole('link', { name: 'IAM/Auth @iam' })).toBeFocused()
  })

  test('g b and g d lead to the board and the domains', async ({ page }) => {
    await page.goto('/changes')
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await expect(page).toHaveURL('/domains')
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await expect(page).toHaveURL('/board')
  })

  test('what has the focus is not hidden behind the head or the first column', async ({ page }) => {
    await page.setViewportSize({ width: 800, height: 420 })
    await page.goto('/board')
    await grid(page).getByRole('link').first().focus()
    for (const key of [
      'Control+End',
      'ArrowUp',
      'ArrowUp',
      'ArrowUp',
      'ArrowUp',
      'ArrowUp',
      'ArrowUp',
      'ArrowUp',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
    ]) {
      await page.keyboard.press(key)
      const isSeen = await page.evaluate(() => {
        const focused = document.activeElement
        const { left, right, top, bottom } = focused?.getBoundingClientRect() ?? new DOMRect()
        return document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.closest('a') === focused
      })
      expect(isSeen, key).toBe(true)
    }
  })
})

test.describe('Which domains are open?', () => {
  test('failures come first, and a status shows only the rows that have it', async ({ page }) => {
    await page.goto('/board')
    const heads = grid(page).getByRole('rowheader')
    await expect(heads).toHaveCount(9)
    await expect(grid(page).getByRole('row').nth(1)).toContainText('Failed')
    await page.getByRole('button', { name: /^Partial 1/ }).click()
    await expect(page).toHaveURL(/status=partial/)
    await expect(heads).toHaveCount(1)
    await expect(page.getByText('1 of 9 domains shown')).toBeVisible()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(heads).toHaveCount(9)
    await page.getByRole('searchbox', { name: 'Filter by domain or owner' }).fill('@gpuaas')
    await expect(heads).toHaveCount(1)
    await expect(page).toHaveURL(/q=(@|%40)gpuaas/)
    await page.getByRole('searchbox', { name: 'Filter by domain or owner' }).fill('nobody')
    await expect(page.getByText('No domain has nobody in its name or owner.')).toBeVisible()
  })

  test('the layers show the hidden skip as missing debt, and the skip as a skip', async ({ page }) => {
    await page.goto('/board?sort=model')
    await page.getByRole('link', { name: 'Four gate layers' }).click()
    await expect(page).toHaveURL('/board?sort=model&tab=layers')
    const layers = page.getByRole('grid', { name: 'Domains by the four gate layers' })
    await expect(layers.getByRole('columnheader')).toHaveCount(6)
    await layers.getByRole('link', { name: /^Frontend surfaces, 2 Domain-local: Missing, debt owed/ }).click()
    await expect(page.getByRole('dialog')).toContainText(`announced ${HIDDEN}, was closed, and showed nothing of it`)
    await page.keyboard.press('Escape')
    const skip = layers.getByRole('link', { name: /^Frontend surfaces, 3 Consumer smoke: Skipped/ })
    await expect(skip).not.toContainText('Passed')
    await expect(skip.locator('svg[data-status=skipped]')).toBeVisible()
  })

  test('every status is told by a word and a shape of its own', async ({ page }) => {
    const seen = new Map<string, string>()
    for (const tab of ['items', 'layers']) {
      await page.goto(`/board?tab=${tab}`)
      const found = await page.getByRole('grid').evaluate((table) =>
        [...table.querySelectorAll('td a[data-n]')].map((link) => ({
          word: link.querySelector('b')?.textContent ?? '',
          shape: document.querySelector(link.querySelector('use')?.getAttribute('href') ?? 'none')?.innerHTML ?? '',
          name: link.getAttribute('aria-label') ?? '',
        })),
      )
      for (const { word, shape, name } of found) {
        expect(name).toContain(`: ${word}`)
        seen.set(word, shape)
      }
    }
    expect([...seen.keys()].sort()).toEqual(['Blocked', 'Failed', 'Missing', 'Partial', 'Passed', 'Pending', 'Skipped', 'Stale'])
    expect(new Set(seen.values()).size).toBe(8)
  })

  test('another candidate can be chosen, and the address keeps it', async ({ page }) => {
    await page.goto('/board')
    await page.getByLabel('Candidate').selectOption(RELEASED)
    await expect(page).toHaveURL(`/board?commit=${RELEASED}`)
    await expect(grid(page).getByRole('link', { name: /^Billing\/Metering, 6 Consumer smokes: Passed/ })).toBeVisible()
    await expect(page).toHaveTitle(/^[1-9] of 9 eligible/)
    await page.goBack()
    await expect(cell(page, SMOKES)).toBeVisible()
  })

  test('content that was never seen lacks everything and is no error', async ({ page }) => {
    await page.goto(`/board?commit=${'c3'.repeat(20)}`)
    await expect(grid(page).getByRole('link', { name: /^Billing\/Metering, 6 Consumer smokes: (Missing|Stale)/ })).toBeVisible()
    await expect(page.getByText('0 of 9 domains eligible')).toBeVisible()
  })

  test('what of the address could not be used is said and can be taken out', async ({ page }) => {
    await page.goto('/board?commit=b2b2&sort=score&status=green&cell=nobody.9')
    const unused = page.getByRole('list', { name: 'Parts of the address that were not used' }).getByRole('listitem')
    await expect(unused).toHaveCount(4)
    await expect(unused.nth(0)).toContainText('commit=b2b2: not a full commit or tree')
    await page.getByRole('button', { name: 'Take cell out of the address' }).click()
    await expect(unused).toHaveCount(3)
    await expect(grid(page)).toBeVisible()
  })

  test('the CSV has what is shown, and a skip in it is a skip', async ({ page }) => {
    await page.goto('/board?tab=layers&q=frontend')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export CSV' }).click()])
    expect(download.suggestedFilename()).toBe('board-b2b2b2b-layers.csv')
    const [head, line, ...rest] = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(head).toBe('candidate,judged_at,domain,title,owner,verdict,contract-global,domain-local,consumer-smoke,service-evidence')
    expect(line).toMatch(new RegExp(`^${NEWEST},[^,]+,web,Frontend surfaces,"'@web",not-eligible,passed,missing \\+ debt,skipped,passed$`))
    expect(rest).toEqual([])
  })

  test('on a narrow window each domain is a card, and its cells open as well', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 })
    await page.goto('/board')
    await expect(page.getByRole('grid')).toBeHidden()
    const cards = page.getByRole('list', { name: 'Domains by the eight items' })
    const smokes = cards.getByRole('link', { name: SMOKES })
    await expect(smokes).toHaveText('FAIL')
    await expect(cards.getByRole('list', { name: 'Billing/Metering: open' })).toContainText('Failed · 6 Consumer smokes')
    await smokes.click()
    await expect(page.getByRole('dialog', { name: /6 Consumer smokes/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(smokes).toBeFocused()
  })
})

test.describe('Can a program read the board?', () => {
  for (const accepted of ['gzip', 'identity']) {
    test(`whoever takes ${accepted} can`, async ({ request }) => {
      const answer = await request.get('/api/v1/board', { headers: { 'accept-encoding': accepted } })
      expect((await answer.json()).rows.length).toBeGreaterThan(5)
    })
  }
})
