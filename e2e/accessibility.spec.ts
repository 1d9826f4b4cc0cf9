import { LOOKS, violations, violationsInEveryLook } from './axe.ts'
import { everyRoute } from './routes.ts'
import { expect, test } from './watched-page.ts'

/** Reading a page is all work of the processor: the tests of this file share what there is. */
test.describe.configure({ mode: 'parallel' })

const PARTS = 4

test.describe('Can everybody use it?', () => {
  for (let part = 0; part < PARTS; part += 1) {
    test(`axe finds nothing on any page, light and dark, wide and narrow: part ${part + 1} of ${PARTS}`, async ({
      page,
      request,
      expected,
    }) => {
      test.setTimeout(300_000)
      expected.push(/status of 404/)
      for (const route of (await everyRoute(request)).filter((_, at) => at % PARTS === part)) {
        await page.goto(route)
        // Hidden from assistive technology behind a drawer that the address opens.
        await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toBeVisible()
        if (route.includes('path=')) await expect(page.getByRole('region', { name: 'Owners' })).toBeVisible()
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        expect(await violationsInEveryLook(page), route).toEqual([])
      }
    })
  }
})

for (const { colorScheme, width } of LOOKS) {
  test.describe(`Can everybody use it? ${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } })

    test('axe finds nothing in an open dialog or menu', async ({ page }) => {
      await page.goto('/changes/new')
      await page.keyboard.press('ControlOrMeta+k')
      await expect(page.getByText('Enter opens')).toBeVisible()
      expect(await violations(page), 'palette').toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
      expect(await violations(page), 'help').toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.getByRole('button', { name: 'Theme' }).click()
      await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible()
      expect(await violations(page), 'theme').toEqual([])
      await page.keyboard.press('Escape')
      if (width >= 768) return
      await page.getByRole('button', { name: 'Menu' }).click()
      await expect(page.getByRole('dialog', { name: 'Lanekeeper' })).toBeVisible()
      expect(await violations(page), 'menu').toEqual([])
    })

    test('axe finds nothing in the open drawer of a cell', async ({ page }) => {
      await page.goto('/board?cell=platform-billing.6')
      await expect(page.getByRole('dialog', { name: /Consumer smokes/ })).toBeVisible()
      // It fades in.
      await page.waitForTimeout(300)
      expect(await violations(page)).toEqual([])
    })

    test('axe finds nothing where a field is at fault', async ({ page }) => {
      await page.goto('/changes/new')
      await page.getByRole('textbox', { name: 'Unified diff' }).fill('hello')
      await page.getByRole('button', { name: 'Plan' }).click()
      await expect(page.getByText(/^Line 1/)).toBeVisible()
      expect(await violations(page)).toEqual([])
    })
  })
}
