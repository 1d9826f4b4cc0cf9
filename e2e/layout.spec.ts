import { everyRoute } from './routes.ts'
import { expect, test } from './watched-page.ts'

test.describe('Does it fit, from 320 px up?', () => {
  test('no page is wider than its window', async ({ page, request, expected }) => {
    test.setTimeout(300_000)
    expected.push(/status of 404/)
    for (const route of await everyRoute(request)) {
      await page.goto(route)
      await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toBeVisible()
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        await page.waitForTimeout(100)
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          `${route} ${width}`,
        ).toBeLessThanOrEqual(0)
      }
    }
  })

  test('what can be pressed is at least 24 px in each direction', async ({ page, request, expected }) => {
    test.setTimeout(300_000)
    expected.push(/status of 404/)
    await page.setViewportSize({ width: 360, height: 800 })
    for (const route of (await everyRoute(request)).filter((each) => !each.includes('no-such') && !each.includes('00000000'))) {
      await page.goto(route)
      await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toBeVisible()
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, select, input, textarea, summary')]
          // Whoever presses the label of a box has pressed the box.
          .map((element) => ({ name: element.outerHTML.slice(0, 80), box: (element.closest('label') ?? element).getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
          .map(({ name }) => name),
      )
      expect(small, route).toEqual([])
    }
  })

  test('the rail folds, and stays folded', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto('/changes')
    const rail = page.getByRole('navigation', { name: 'Main' })
    expect((await rail.boundingBox())?.width).toBe(223)
    await page.getByRole('button', { name: 'Fold menu' }).click()
    await expect.poll(async () => (await rail.boundingBox())?.width).toBe(55)
    await page.reload()
    expect((await rail.boundingBox())?.width).toBe(55)
    await expect(rail.getByRole('link', { name: 'Ownership' })).toBeVisible()
  })

  test('text of twice the size still fits', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto('/changes/new')
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  })
})
