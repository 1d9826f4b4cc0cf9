import { SERVERS } from './servers.ts'
import { expect, test } from './watched-page.ts'

const PAGES = [
  '/board',
  '/board?tab=layers',
  '/domains',
  '/domains/platform-billing',
  '/changes',
  '/changes/new',
  '/changes/00000000-0000-4000-8000-000000000000',
  '/ownership',
  '/ownership?tab=unmapped',
]

test.describe('What does a page show while the database does not answer?', () => {
  test.use({ baseURL: SERVERS.away.url })

  for (const path of PAGES) {
    test(`${path} says so and shows nothing as current`, async ({ page, expected }) => {
      // The page goes on asking whether the database is back.
      expected.push(/status of 503/)
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'The database does not answer' })).toBeVisible({ timeout: 20_000 })
      await expect(page.getByText(/Request [0-9a-f-]{36}/)).toBeVisible()
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
      await expect(page.getByRole('banner').getByText('Repository not known')).toBeVisible()
      await expect(page.getByRole('banner').getByText('Live', { exact: true })).toHaveCount(0)
      await expect(page.getByRole('table')).toHaveCount(0)
      await expect(page.getByRole('textbox')).toHaveCount(0)
    })
  }
})

test.describe('What does a page show where reading is not open to everybody?', () => {
  test.use({ baseURL: SERVERS.closed.url })

  for (const path of PAGES) {
    test(`${path} leads to the sign-in page, and back from there`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
      await expect(page).toHaveURL(`/sign-in?returnTo=${encodeURIComponent(path)}`)
      await expect(page.getByRole('table')).toHaveCount(0)
    })

    test(`${path} says so by its answer, also when only a part of the page is wanted`, async ({ request }) => {
      const asked = await request.get(path, { maxRedirects: 0 })
      expect([asked.status(), asked.headers().location]).toEqual([307, `/sign-in?returnTo=${encodeURIComponent(path)}`])
      for (const headers of [{ rsc: '1' }, { 'x-middleware-subrequest': 'proxy:proxy:proxy' }]) {
        const part = await request.get(path, { headers })
        expect(await part.text(), JSON.stringify(headers)).toContain('/sign-in')
      }
      // What is fetched before a link is pressed says of which segments an address is made, and nothing that is drawn.
      const before = await (await request.get(path, { headers: { rsc: '1', 'next-router-prefetch': '1' } })).text()
      expect(before.length).toBeLessThan(1500)
      expect(before).not.toMatch(/^\w+:(I\[|HL\[|\["\$"|T)/m)
    })
  }
})
