import { HIDDEN, NEWEST, RELEASED } from './evidence.ts'
import { expect, test } from './watched-page.ts'

test.describe('What must my domain pass, and how does it stand?', () => {
  test('the domain owner finds the hidden skip in the lane, why it is there, and what to run', async ({ page }) => {
    await page.goto('/domains')
    await page.getByRole('searchbox', { name: 'Filter by domain or owner' }).fill('@web')
    await expect(page.getByText('1 of 9 domains shown')).toBeVisible()
    await page.getByRole('link', { name: 'Frontend surfaces' }).click()
    await expect(page).toHaveURL('/domains/web')
    await expect(page).toHaveTitle(/^8 of 8 open · Frontend surfaces/)
    const local = page.getByRole('region', { name: 'Domain-local' })
    const gate = local
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'typecheck' }) })
      .first()
    await expect(gate).toContainText('Missing')
    await expect(gate).toContainText('DEBT')
    await expect(gate).toContainText(`announced ${HIDDEN}, was closed, and showed nothing of it`)
    await expect(gate).toContainText(/Declared at .+web\.yaml:\d+/)
    await expect(gate).toContainText(`lanekeeper run ${HIDDEN} -- `)
    const smoke = page.getByRole('region', { name: 'Consumer smoke' })
    await expect(smoke.getByText('Skipped').first()).toBeVisible()
    await expect(smoke.getByText('Passed', { exact: true })).toHaveCount(0)
  })

  test('the eight points stand in their order, each with its claim', async ({ page }) => {
    await page.goto(`/domains/platform-policy?commit=${NEWEST}`)
    await page.getByRole('link', { name: /^Eligibility/ }).click()
    await expect(page).toHaveURL(`/domains/platform-policy?commit=${NEWEST}&tab=eligibility`)
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      '1 Decision packet',
      '2 Service auth',
      '3 Degradation',
      '4 Rollback',
      '5 Release gates',
      '6 Consumer smokes',
      '7 SLO and status',
      '8 Boundary guards',
    ])
    await expect(page.getByText('The rollback command is written down and was tested with exactly that command.')).toBeVisible()
  })

  test('what it uses and who uses it is a step away, on the same candidate', async ({ page }) => {
    await page.goto(`/domains/platform-billing?commit=${RELEASED}`)
    await page.getByRole('link', { name: 'platform-iam', exact: true }).click()
    await expect(page).toHaveURL(`/domains/platform-iam?commit=${RELEASED}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('IAM/Auth')
  })

  test('a reason leads to the evidence itself', async ({ page, request }) => {
    await page.goto('/domains/platform-billing?tab=eligibility')
    const href = await page
      .getByRole('link', { name: /^evidence [0-9a-f]{8}/ })
      .first()
      .getAttribute('href')
    const answer = await request.get(href ?? '')
    expect(answer.status()).toBe(200)
    expect(await answer.json()).toMatchObject({ content: { gitCommit: NEWEST } })
  })

  test('what a producer wrote is shown as text and does nothing', async ({ page }) => {
    await page.goto(`/domains/platform-policy?commit=${NEWEST}`)
    await expect(page.getByText('<img src=x onerror=alert(1)> waits for a fixture', { exact: false }).first()).toBeVisible()
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('a domain that no lane declares is said, with the way to those there are', async ({ page, expected }) => {
    expected.push(/status of 404/)
    for (const name of ['no-such-domain', '%E0%A4%A', '<script>']) {
      await page.goto(`/domains/${name.startsWith('%') ? name : encodeURIComponent(name)}`)
      if (name.startsWith('%')) continue
      await expect(page.getByRole('heading', { name: 'No lane declares this domain' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'All domains' })).toBeVisible()
    }
  })
})
