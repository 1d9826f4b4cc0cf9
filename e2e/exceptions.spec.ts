import type { Page } from '@playwright/test'
import { FAILING, NEWEST } from './evidence.ts'
import { type AnsweredException, approve, ask, becomes, read, send } from './signed-in.ts'
import { expect, test } from './watched-page.ts'

const LAYERS = `/board?tab=layers&commit=${NEWEST}`
const cell = (page: Page, domain: string, layer: string) =>
  page.getByRole('grid').getByRole('link', { name: new RegExp(`^${domain}, \\d ${layer}: `) })
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name })

interface Release {
  readonly verdict: string
  readonly exceptions: readonly unknown[]
}

/** Opens the register at what needs whoever the page is. */
async function needsMe(page: Page) {
  await page.goto('/exceptions?tab=needs-me')
  return page.getByRole('main')
}

test.describe('May it go without, who says so, and until when?', () => {
  test('the owner asks from the cell that hurts, three others decide, and nothing turns green by it', async ({ page }) => {
    const owner = await becomes(page, 'domain-owner')
    await page.goto(LAYERS)
    await cell(page, 'Billing/Metering', 'Consumer smoke').click()
    await page.getByRole('dialog').getByRole('link', { name: 'Ask for an exception' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask for an exception for Billing/Metering')
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
    await expect(page.getByRole('checkbox', { name: FAILING })).toBeChecked()
    await page.getByLabel('Why must it go without?').fill('the usage fixture is down until Thursday')
    await page.getByRole('radio', { name: /^High/ }).check()
    await button(page, 'Ask for the exception').click()
    await expect(page.getByText('A high risk needs a control', { exact: false })).toBeVisible()
    await page.getByLabel('What is done instead').fill('usage is reconciled by hand every night')
    await button(page, 'Ask for the exception').click()
    await expect(page).toHaveURL(/\/exceptions\/[0-9a-f-]{36}$/)
    const id = page.url().split('/').at(-1) ?? ''

    const why = 'You asked for this exception, and nobody approves what they asked for. Somebody else must decide.'
    await expect(button(page, 'Approve…')).toBeDisabled()
    await expect(button(page, 'Approve…')).toHaveAccessibleDescription(why)
    const refused = await send<{ readonly detail: string }>(page, 'POST', `exceptions/${id}/decisions`, {
      decision: 'approve',
      reason: 'mine',
    })
    expect(refused).toMatchObject({ status: 403, document: { detail: why } })
    await expect((await needsMe(page)).getByRole('link', { name: FAILING })).toHaveCount(0)

    await becomes(page, 'viewer')
    await expect((await needsMe(page)).getByText('All clear')).toBeVisible()
    await page.goto(`/exceptions/${id}`)
    await expect(button(page, 'Approve…')).toHaveAccessibleDescription(/^This needs the approval of .+, and you are none of them here\.$/)

    const architect = await becomes(page, 'architect')
    await (await needsMe(page)).getByRole('link', { name: FAILING }).press('Enter')
    await expect(page).toHaveURL(`/exceptions/${id}`)
    await expect(page.getByText(`${owner}, `)).toBeVisible()
    await expect(button(page, 'Approve…')).toBeEnabled()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: 'Approve this exception' })
    await expect(dialog.getByLabel('Why is it right to go without?')).toBeFocused()
    // The key has only opened it, and without a reason Enter on its button decides nothing.
    await page.keyboard.press('Tab')
    await expect(dialog.getByRole('button', { name: 'Approve' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeVisible()
    expect((await read<AnsweredException>(page, `exceptions/${id}`)).decisions).toEqual([])
    await dialog.getByLabel('Why is it right to go without?').focus()
    await page.keyboard.type('the nightly reconciliation covers it, and a is only a letter here')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('region', { name: /^Decisions/ })).toContainText(`${architect} approved it as architect`)
    await expect(button(page, 'Approve…')).toBeDisabled()
    await expect(page.getByText('Still to come: ', { exact: false }).first()).toBeVisible()

    // Two of three are not enough.
    expect(await approve(page, 'security-reviewer', id)).toMatchObject({ state: 'requested', inForce: false })
    const before = await read<Release>(page, `releases/${NEWEST}?profile=platform-control`)
    expect(before.exceptions).toEqual([])
    expect(await approve(page, 'release-manager', id)).toMatchObject({ state: 'approved', inForce: true, open: [] })

    await page.goto(LAYERS)
    await expect(cell(page, 'Billing/Metering', 'Consumer smoke')).toHaveAccessibleName(/: Failed, excepted/)
    await page.goto(`/board?commit=${NEWEST}`)
    await expect(cell(page, 'Billing/Metering', 'Consumer smokes')).toHaveAccessibleName(/: Failed/)
    const { verdict } = await read<{ readonly verdict: string }>(page, `domains/platform-billing/eligibility?commit=${NEWEST}`)
    expect(verdict).toBe('not-eligible')
    const release = await read<Release>(page, `releases/${NEWEST}?profile=platform-control`)
    expect(JSON.stringify(release.exceptions)).toContain(id)
    expect(release.verdict).not.toBe('go')
    await page.goto(`/releases/${NEWEST}/record?profile=platform-control`)
    await expect(page.getByRole('heading', { name: 'Exceptions it leans on 1' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'who approved it' })).toHaveAttribute('href', `/exceptions/${id}`)
  })

  test('words that are edited after an approval are approved by nobody', async ({ page }) => {
    await becomes(page, 'domain-owner')
    const { id } = await ask(page, {
      gates: ['platform-policy/evidence/rollback-drill'],
      domain: 'platform-policy',
      content: { gitCommit: NEWEST },
      reason: 'two regions are drilled',
      risk: 'medium',
      control: 'the third is drained first',
      expiresAt: inSeconds(3600),
    })
    await approve(page, 'domain-owner-2', id)
    await becomes(page, 'domain-owner')
    const edited = await send(page, 'PATCH', `exceptions/${id}`, { reason: 'no region is drilled' })
    expect(edited.status).toBe(200)
    expect(await approve(page, 'release-manager', id)).toMatchObject({ state: 'requested', inForce: false })
    await page.goto(`/exceptions/${id}`)
    await expect(page.getByText('earlier approvals no longer count')).toBeVisible()
    const decisions = page.getByRole('region', { name: /^Decisions/ }).getByRole('listitem')
    await expect(decisions.first()).toContainText('no longer counts: the words, or the evidence, are not those it was given for')
    await expect(decisions.last()).not.toContainText('no longer counts')
    await expect(page.getByText('Still to come: a domain owner of platform-policy.', { exact: false })).toBeVisible()
  })

  test('after its end it is gone from the board, and what it had excepted is owed', async ({ page }) => {
    const gate = 'platform-registry/evidence/slo'
    await becomes(page, 'domain-owner')
    const { id, state } = await ask(page, {
      gates: [gate],
      domain: 'platform-registry',
      content: { gitCommit: NEWEST },
      reason: 'the dashboard moves house',
      risk: 'low',
      expiresAt: inSeconds(8),
    })
    expect(state).toBe('requested')
    expect(await approve(page, 'domain-owner-2', id)).toMatchObject({ state: 'approved', inForce: true })
    await page.goto(LAYERS)
    const evidence = cell(page, 'Registry/Artifacts', 'Service evidence')
    await expect(evidence).toHaveAccessibleName(/excepted/)
    await expect.poll(async () => (await read<AnsweredException>(page, `exceptions/${id}`)).state, { timeout: 20_000 }).toBe('expired')
    await page.goto(LAYERS)
    await expect(evidence).toHaveAccessibleName(/^(?!.*excepted)/)
    await expect(evidence).not.toHaveAccessibleName(/: Passed/)
    const owed = async () =>
      (await read<{ items: readonly { gate: string }[] }>(page, 'debt?kind=expired-exception')).items.map((line) => line.gate)
    await expect.poll(owed).toEqual([gate])
    await page.goto('/skips?domain=platform-registry')
    await expect(
      page
        .getByRole('region', { name: /^What is owed/ })
        .getByRole('row')
        .filter({ hasText: 'Ended exception' }),
    ).toHaveCount(1)
  })
})

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString()
}
