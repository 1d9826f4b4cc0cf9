import { FAILING, HIDDEN, NEWEST, RELEASED } from './evidence.ts'
import { expect, test } from './watched-page.ts'

test.describe('What is in a candidate, may it go, and what stays on paper?', () => {
  test('the release manager sees what stands in its way by each profile, and takes the record, without a mouse', async ({ page }) => {
    await page.goto('/board')
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await expect(page).toHaveURL('/releases')
    const rows = page.getByRole('region', { name: 'Candidates' }).getByRole('row')
    await expect(rows.nth(1)).toContainText(NEWEST.slice(0, 7))
    await expect(rows.nth(1)).toContainText('Waiting')
    await expect(rows.nth(2)).toContainText(RELEASED.slice(0, 7))
    await rows
      .nth(1)
      .getByRole('link', { name: NEWEST.slice(0, 7) })
      .press('Enter')
    await expect(page).toHaveURL(`/releases/${NEWEST}`)
    await expect(page).toHaveTitle(/^Waiting · b2b2b2b/)
    const open = page.getByRole('region', { name: /^What stands in its way/ })
    await expect(open.getByRole('listitem').first()).toContainText('Failed')
    await expect(open.getByText(`lanekeeper run ${FAILING} --supersedes`)).toBeVisible()
    await expect(page.getByRole('region', { name: 'Release debt', exact: true })).toContainText(HIDDEN)
    await page.keyboard.press('p')
    await expect(page).toHaveURL(`/releases/${NEWEST}/record`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Release record of b2b2b2b')
  })

  test('a skip is nowhere counted as passed, and the JSON has the same verdict as the page', async ({ page, request }) => {
    await page.goto(`/releases/${NEWEST}?profile=hotfix-fast`)
    const document = await (await request.get(`/api/v1/releases/${NEWEST}?profile=hotfix-fast`)).json()
    const link = page.getByRole('link', { name: 'Download JSON' })
    expect(await link.getAttribute('href')).toBe(`/api/v1/releases/${NEWEST}?profile=hotfix-fast`)
    const web = page.getByRole('region', { name: 'Domains of the release' }).getByRole('row', { name: /Frontend surfaces/ })
    const counted = document.domains.find(({ domain }: { domain: string }) => domain === 'web')
    expect(counted.counts.skipped).toBe(1)
    expect(counted.counts.passed + counted.counts.skipped + counted.counts.missing).toBe(counted.gates)
    await expect(web.getByRole('cell').nth(0)).toHaveText('Missing')
    await expect(page.getByRole('region', { name: 'Declared skips', exact: true }).last()).toContainText('Accepted')
    await expect(page.getByRole('listitem').filter({ hasText: 'Skips listed' }).first()).toBeVisible()
  })

  test('on paper the record is light, whole, and names itself on every sheet', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    await page.setViewportSize({ width: 1047, height: 720 })
    await page.goto(`/releases/${NEWEST}/record`)
    const look = await page.evaluate(() => {
      const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body)
      return {
        ground: styleOf('html').backgroundColor,
        head: styleOf('.print-sheet-head').display,
        foot: styleOf('.print-sheet-foot').display,
        tableHead: styleOf('thead').display,
        frame: [...document.querySelectorAll('aside, header, main button')].map((each) => getComputedStyle(each).display),
        clipped: [...document.querySelectorAll('main section')].filter((each) => each.scrollWidth > each.clientWidth + 1).length,
        wide: document.documentElement.scrollWidth - window.innerWidth,
      }
    })
    expect(look).toMatchObject({
      ground: 'rgb(255, 255, 255)',
      head: 'table-header-group',
      foot: 'table-footer-group',
      tableHead: 'table-header-group',
      clipped: 0,
      wide: 0,
    })
    expect(new Set(look.frame)).toEqual(new Set(['none']))
    const text = await page.locator('.print-sheet').innerText()
    for (const said of [
      NEWEST,
      'Release record',
      /model sha256:[0-9a-f]{64}/,
      /judged \d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC/,
      FAILING,
      HIDDEN,
    ]) {
      expect(text).toMatch(said)
    }
    expect(text).not.toMatch(/min ago|just now/)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    // A4 across, in points.
    expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](?:\.\d+)? 59[45](?:\.\d+)?\]/)
  })

  test('a name that is none, a profile that there is not and content nobody has seen are said', async ({ page, expected }) => {
    expected.push(/status of 404/)
    await page.goto('/releases/b2b2b2b')
    await expect(page.getByRole('heading', { name: 'This is no full name of a candidate' })).toBeVisible()
    await page.goto(`/releases/${NEWEST}?profile=hotfix-fats`)
    await expect(page.getByText('did you mean hotfix-fast?')).toBeVisible()
    await page.goto(`/releases/${'f'.repeat(40)}`)
    await expect(page.getByText('Nothing was ever recorded under this name')).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Profiles' }).getByText('Go', { exact: true })).toHaveCount(0)
  })
})
