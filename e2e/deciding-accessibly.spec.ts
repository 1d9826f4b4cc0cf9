import { violationsInEveryLook } from './axe.ts'
import { BLOCKED, NEWEST, RELEASED } from './evidence.ts'
import { approve, ask, becomes, send } from './signed-in.ts'
import { expect, test } from './watched-page.ts'

test.describe('Can everybody decide?', () => {
  test('axe finds nothing where exceptions are asked for and decided, also in the dialog and where a field is at fault', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await becomes(page, 'domain-owner')
    await page.goto(`/exceptions/new?domain=platform-policy&layer=service-evidence&commit=${NEWEST}`)
    await page.getByRole('button', { name: 'Ask for the exception' }).click()
    await expect(page.getByText('Say why it must go without.')).toBeVisible()
    expect(await violationsInEveryLook(page), 'the form, at fault').toEqual([])
    const { id } = await ask(page, {
      gates: [BLOCKED],
      domain: 'platform-policy',
      content: { gitCommit: NEWEST },
      reason: 'the fixture is late',
      risk: 'medium',
      control: 'it is watched',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    })
    await page.goto(`/exceptions/${id}`)
    expect(await violationsInEveryLook(page), 'the request, as its requester').toEqual([])
    await approve(page, 'domain-owner-2', id)
    await becomes(page, 'release-manager')
    await page.goto('/exceptions?tab=needs-me')
    await expect(page.getByRole('link', { name: BLOCKED })).toBeVisible()
    expect(await violationsInEveryLook(page), 'what needs me').toEqual([])
    await page.goto(`/exceptions/${id}`)
    await page.keyboard.press('a')
    await expect(page.getByRole('dialog', { name: 'Approve this exception' })).toBeVisible()
    expect(await violationsInEveryLook(page), 'the open dialog').toEqual([])
    await approve(page, 'release-manager', id)
    await page.goto(`/board?tab=layers&commit=${NEWEST}&cell=platform-policy.4`)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.waitForTimeout(300)
    expect(await violationsInEveryLook(page), 'an excepted cell').toEqual([])
  })

  test('axe finds nothing where a domain is promoted, nor among people', async ({ page }) => {
    test.setTimeout(120_000)
    await becomes(page, 'release-manager')
    await page.goto(`/domains/platform-billing?tab=eligibility&commit=${RELEASED}`)
    await page.getByRole('button', { name: 'Promote…' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violationsInEveryLook(page), 'the open dialog').toEqual([])
    const { document } = await send<{ readonly id: string }>(page, 'POST', 'promotions', {
      domain: 'platform-billing',
      content: { gitCommit: RELEASED },
    })
    for (const path of [`/promotions/${document.id}`, '/promotions']) {
      await page.goto(path)
      expect(await violationsInEveryLook(page), path).toEqual([])
    }
    await becomes(page, 'admin')
    await page.goto('/settings/people')
    await expect(page.getByRole('button', { name: 'Give role' })).toBeVisible()
    expect(await violationsInEveryLook(page), 'people').toEqual([])
    await page.getByRole('button', { name: /^Signed in as/ }).click()
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
    expect(await violationsInEveryLook(page), 'who is signed in').toEqual([])
  })
})
