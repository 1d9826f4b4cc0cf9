import { readFileSync, writeFileSync } from 'node:fs'
import { verifyPacket } from './command-line.ts'
import { NEWEST, RELEASED } from './evidence.ts'
import { becomes } from './signed-in.ts'
import { expect, test } from './watched-page.ts'

const ELIGIBILITY = `/domains/platform-billing?tab=eligibility&commit=${RELEASED}`

test.describe('Who lets a domain go on its own, and can anybody check it later?', () => {
  test('a release manager promotes what is eligible, and the packet says so without the server', async ({ page }, testInfo) => {
    const promote = page.getByRole('button', { name: 'Promote…' })
    await page.goto(ELIGIBILITY)
    await expect(promote).toBeDisabled()
    await expect(promote).toHaveAccessibleDescription(/^Sign in as a release manager to promote it\./)
    const viewer = await becomes(page, 'viewer')
    await page.goto(ELIGIBILITY)
    await expect(promote).toBeDisabled()
    await expect(promote).toHaveAccessibleDescription(
      new RegExp(`^Only a release manager of platform-billing promotes it, and ${viewer} is none\\. An administrator gives the role\\.`),
    )

    const manager = await becomes(page, 'release-manager')
    await page.goto(`/domains/platform-billing?tab=eligibility&commit=${NEWEST}`)
    await expect(promote).toBeDisabled()
    await expect(promote).toHaveAccessibleDescription(/of the 8 items are not met: .*consumer-smokes/)
    await page.goto(ELIGIBILITY)
    await promote.click()
    const dialog = page.getByRole('dialog', { name: 'Promote Billing/Metering' })
    await expect(dialog).toContainText(RELEASED)
    await dialog.getByRole('button', { name: 'Record the promotion' }).click()
    await expect(page).toHaveURL(/\/promotions\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('platform-billing promoted')
    await expect(page.getByText(`${manager} recorded it`, { exact: false })).toBeVisible()
    await expect(page.getByRole('region', { name: 'The eight items as they were judged' }).getByRole('row')).toHaveCount(9)
    await expect(page.getByRole('main')).toContainText(RELEASED)

    const downloads = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download packet' }).click()
    const packet = testInfo.outputPath('packet.json')
    await (await downloads).saveAs(packet)
    expect(verifyPacket(packet)).toMatchObject({ exit: 0, said: expect.stringContaining('The packet holds') })

    const bytes = readFileSync(packet)
    const at = bytes.indexOf(RELEASED)
    expect(at).toBeGreaterThan(0)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const flipped = testInfo.outputPath('flipped.json')
    writeFileSync(flipped, bytes)
    expect(verifyPacket(flipped)).toMatchObject({ exit: 1, said: expect.stringContaining('The packet does not hold') })

    const record = new URL(page.url()).pathname
    await page.goto('/promotions')
    await expect(page.getByRole('row').filter({ has: page.locator(`a[href="${record}"]`) })).toContainText(manager)
  })
})
