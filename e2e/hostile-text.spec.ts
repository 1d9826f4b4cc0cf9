import { storePlan } from './plans.ts'
import { expect, test } from './watched-page.ts'

const LONG = `src/${'very-long-folder/'.repeat(235)}end.ts`

const HOSTILE = [
  'src/<img src=x onerror=alert(1)>.ts',
  'src/<script>window.pwned=1</script>.js',
  'src/\u202einvoice\u202c.exe',
  'src/zero\u200bwidth.ts',
  'src/"onmouseover=alert(1) x=".ts',
  "src/it's $(touch pwned) `id`.sh",
  'javascript:alert(1)//.ts',
  LONG,
]

test.describe('What if a file has a hostile name?', () => {
  test('it is shown readable, does nothing, and breaks nothing', async ({ page, request }) => {
    const { id } = await storePlan(request, HOSTILE)
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`/changes/${id}`)
      const files = page.getByRole('region', { name: 'Files of the change' })
      await expect(files).toContainText('src/<img src=x onerror=alert(1)>.ts')
      await expect(files).toContainText('src/\\u{202e}invoice\\u{202c}.exe')
      await expect(files).toContainText('src/zero\\u{200b}width.ts')
      await expect(files.getByTitle(LONG)).toContainText('…')
      expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
      expect(await page.locator('main img, main script').count()).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    }
  })

  test('the command for a terminal quotes it', async ({ page, request }) => {
    const { id } = await storePlan(request, ["src/it's $(touch pwned) `id`.sh"])
    await page.goto(`/changes/${id}`)
    await page.getByRole('button', { name: 'Copy command' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `printf '%s\\n' 'src/it'\\''s $(touch pwned) \`id\`.sh' | npx lanekeeper plan --files-from -`,
    )
  })

  test('an address with hostile values is only text', async ({ page }) => {
    await page.goto(
      `/ownership?tab=${encodeURIComponent('"><img src=x onerror=alert(1)>')}&path=${encodeURIComponent('<svg onload=alert(1)>')}`,
    )
    await expect(page.getByText('"><img src=x onerror=alert(1)>', { exact: false })).toBeVisible()
    await expect(page.getByRole('heading', { name: '<svg onload=alert(1)>' })).toBeVisible()
    expect(await page.locator('main svg[onload], main img').count()).toBe(0)
  })

  test('every page brings a policy that lets no foreign or inline script run', async ({ page, request, expected }) => {
    expected.push(/violates the following Content Security Policy directive 'script-src/)
    for (const path of ['/board', '/domains/platform-billing', '/changes', '/changes/new', '/ownership', '/no-such-page']) {
      const policy = (await request.get(path)).headers()['content-security-policy'] ?? ''
      expect(policy).toMatch(/script-src 'nonce-[\w+/=]{20,}' 'strict-dynamic'(;|$)/)
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
    }
    const [one, other] = await Promise.all([request.get('/changes'), request.get('/changes')])
    expect(one.headers()['content-security-policy']).not.toBe(other.headers()['content-security-policy'])
    await page.goto('/changes')
    const ran = await page
      .evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.pwned = 1'
        document.body.setAttribute('onclick', 'window.pwned = 1')
        document.body.click()
        return 'pwned' in window
      })
      .catch(() => null)
    expect(ran).toBe(false)
  })
})
