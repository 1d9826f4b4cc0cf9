import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { type AnsweredPlan, BILLING_CHANGE, storePlan } from './plans.ts'
import { expect, test } from './watched-page.ts'

const SECRET = 'var password = "hunter2"'

const DIFF = `diff --git a/packages/platform/billing/ledger.go b/packages/platform/billing/ledger.go
index 83db48f..bf269f4 100644
--- a/packages/platform/billing/ledger.go
+++ b/packages/platform/billing/ledger.go
@@ -1,3 +1,3 @@ func secretOfTheLedger() {
 package billing
-${SECRET}
+${SECRET}2
 // end
diff --git a/tools/x.sh b/tools/x.sh
new file mode 100755
--- /dev/null
+++ b/tools/x.sh
@@ -0,0 +1 @@
+echo ${SECRET}
`

const PLAN_URL = /\/changes\/[0-9a-f]{8}-[0-9a-f-]{27}/

/** Puts text into a field the way a paste does. */
async function paste(page: Page, label: string, text: string) {
  await page.getByRole('textbox', { name: label }).focus()
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('ControlOrMeta+v')
}

/** Longer than a path may be. */
const TOO_LONG = 'a'.repeat(5_000)

test.describe('An engineer pastes a diff and sees why each gate is needed', () => {
  test('no line of code leaves the browser, and the plan has its own address', async ({ page }) => {
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.goto('/changes/new')
    await paste(page, 'Unified diff', DIFF)
    await expect(page.getByText('7 lines of code and prose taken out')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Unified diff' })).not.toHaveValue(/hunter2|secretOfTheLedger/)
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(page).toHaveURL(PLAN_URL)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d+ gates for 2 changed files/)
    expect(sent.join('\n')).toContain('billing/ledger.go')
    expect(sent.join('\n')).not.toMatch(/hunter2|secretOfTheLedger/)
  })

  test('what has no owner comes first: which file, what follows, and the row that would mend it', async ({ page, request }) => {
    const { id } = await storePlan(request, BILLING_CHANGE)
    await page.goto(`/changes/${id}`)
    const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
    expect(headings.slice(0, 2)).toEqual(['1 file has no owner', 'Architecture review needed'])
    await expect(page).toHaveTitle(/^1 without owner · \d+ gates · Change · Lanekeeper$/)
    await page.getByLabel('Domain', { exact: true }).selectOption('platform-evidence')
    await page.getByRole('button', { name: 'Copy the row' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '| Path | Domain |\n| --- | --- |\n| `tools/**` | platform-evidence |',
    )
  })

  test('the why of a gate runs from the file over the map row, class and rule to the lane line', async ({ page, request }) => {
    const { id } = await storePlan(request, BILLING_CHANGE)
    await page.goto(`/changes/${id}`)
    await page.getByRole('link', { name: /GPUaaS launch billing precheck/ }).click()
    await expect(page).toHaveURL(/\?gate=platform-billing(\/|%2F)smoke(\/|%2F)gpuaas-launch-billing-precheck$/)
    const why = page.getByRole('region', { name: 'Why', exact: true })
    const chain = why.getByRole('list').filter({ hasText: 'Shared-service package' }).first()
    for (const part of [
      'packages/platform/billing/ledger.go',
      'packages/platform/billing/**',
      /package-ownership\.md:\d+/,
      'Shared-service package',
      'its consumers must still work',
      /domain-lanes\/platform-billing\.yaml:\d+/,
    ]) {
      await expect(chain).toContainText(part)
    }
  })

  test('every gate of the plan is listed under its layer, and every other with the rule that left it out', async ({ page, request }) => {
    const plan = await storePlan(request, BILLING_CHANGE)
    await page.goto(`/changes/${plan.id}`)
    await expect(page.locator('a[data-gate]')).toHaveCount(plan.gates.length)
    const layers: Readonly<Record<string, string>> = {
      'contract-global': 'Global contract',
      'domain-local': 'Domain-local',
      'consumer-smoke': 'Consumer smoke',
      'service-evidence': 'Service evidence',
    }
    for (const gate of plan.gates) {
      await expect(
        page
          .getByRole('region', { name: layers[gate.layer] ?? '' })
          .getByRole('link')
          .filter({ hasText: gate.title })
          .first(),
      ).toBeAttached()
    }
    await page.getByText(`Show ${plan.notRequired.length} gates and the rule that left each out`).click()
    for (const gate of plan.notRequired) await expect(page.getByText(gate.id, { exact: true })).toBeVisible()
  })

  test('a gate that the plan leaves out can be asked for by its address', async ({ page, request }) => {
    const plan = await storePlan(request, BILLING_CHANGE)
    const [omitted] = plan.notRequired
    await page.goto(`/changes/${plan.id}?gate=${encodeURIComponent(omitted?.id ?? '')}`)
    await expect(page.getByRole('region', { name: 'Why', exact: true })).toContainText(/Not required: .+\./)
  })

  test('a copied link shows a colleague the same thing', async ({ page, browser, request, baseURL }) => {
    const { id } = await storePlan(request, BILLING_CHANGE)
    await page.goto(`/changes/${id}`)
    await page.getByLabel('Filter gates').fill('ledger')
    await page.getByRole('link', { name: /ledger invariant tests/ }).click()
    await expect(page).toHaveURL(/q=ledger/)
    await page.getByRole('button', { name: 'Copy link' }).click()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toContain(`${baseURL}/changes/${id}?`)
    const colleague = await (await browser.newContext()).newPage()
    await colleague.goto(link)
    await expect(colleague.getByLabel('Filter gates')).toHaveValue('ledger')
    await page.reload()
    await expect(page.getByLabel('Filter gates')).toHaveValue('ledger')
    // What stands for a page while it comes goes in its own time.
    for (const each of [colleague, page]) await expect(each.getByRole('main').getByText('Loading', { exact: true })).toHaveCount(0)
    expect(await page.getByRole('main').ariaSnapshot()).toBe(await colleague.getByRole('main').ariaSnapshot())
    await colleague.context().close()
  })

  test('the step back in the history is the gate before', async ({ page, request }) => {
    const { id, gates } = await storePlan(request, BILLING_CHANGE)
    await page.goto(`/changes/${id}`)
    const why = page.getByRole('region', { name: 'Why', exact: true })
    await page.locator('a[data-gate]').nth(3).click()
    await expect(why.getByRole('heading', { level: 3 })).toHaveText(gates[3]?.title ?? '')
    await page.locator('a[data-gate]').nth(5).click()
    await expect(why.getByRole('heading', { level: 3 })).toHaveText(gates[5]?.title ?? '')
    await page.goBack()
    await expect(why.getByRole('heading', { level: 3 })).toHaveText(gates[3]?.title ?? '')
  })

  test('the plan can be taken elsewhere: as JSON, as Markdown, as a command', async ({ page, request }) => {
    const plan = await storePlan(request, BILLING_CHANGE)
    await page.goto(`/changes/${plan.id}`)
    const started = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download JSON' }).click()
    const downloaded = JSON.parse(await readFile(await (await started).path(), 'utf8')) as AnsweredPlan
    expect(downloaded).toEqual(plan)
    await page.getByRole('button', { name: 'Copy command' }).click()
    const command = await page.evaluate(() => navigator.clipboard.readText())
    expect(command).toBe(`printf '%s\\n' ${BILLING_CHANGE.join(' ')} | npx lanekeeper plan --files-from -`)
    await page.getByRole('button', { name: 'Copy Markdown' }).click()
    const markdown = await page.evaluate(() => navigator.clipboard.readText())
    expect(markdown).toContain(`](${page.url()})`)
    for (const gate of plan.gates) expect(markdown).toContain(`\`${gate.id}\``)
  })

  test('a sample of the repository’s own model can be planned, by a profile', async ({ page }) => {
    await page.goto('/changes/new')
    await page.getByRole('button', { name: 'Fill in a sample' }).click()
    await expect(page.getByRole('textbox', { name: 'Unified diff' })).toHaveValue(/^diff --git a\//)
    await page.getByLabel('Release profile').selectOption('hotfix-fast')
    await page.getByRole('button', { name: 'Plan' }).click()
    await expect(page).toHaveURL(PLAN_URL)
    await expect(page.getByText('profile hotfix-fast')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'has no owner' })).toBeVisible()
  })

  test('a list of paths, or git diff --name-status, does as well', async ({ page }) => {
    await page.goto('/changes/new')
    await page.getByRole('tab', { name: 'Changed files' }).click()
    await expect(page).toHaveURL(/input=files/)
    await page
      .getByRole('textbox', { name: 'Changed files' })
      .fill('M\tpackages/platform/iam/authorizer.go\nR100\told/x.go\tpackages/platform/iam/x.go\n')
    await page.getByRole('button', { name: 'Plan' }).click()
    await expect(page).toHaveURL(PLAN_URL)
    const files = page.getByRole('region', { name: 'Files of the change' })
    await expect(files).toContainText('renamed from old/x.go')
    await expect(files).toContainText('renamed to packages/platform/iam/x.go')
  })

  test('a .diff file can be chosen', async ({ page }) => {
    await page.goto('/changes/new')
    await page.locator('input[type=file]').setInputFiles({ name: 'change.diff', mimeType: 'text/x-diff', buffer: Buffer.from(DIFF) })
    await expect(page.getByRole('textbox', { name: 'Unified diff' })).toHaveValue(/^diff --git a\/packages\/platform\/billing\/ledger\.go/)
    await expect(page.getByRole('textbox', { name: 'Unified diff' })).not.toHaveValue(/hunter2/)
  })
})

test.describe('What is wrong with what I pasted?', () => {
  test('text that is no diff is told by its line, next to the field', async ({ page }) => {
    await page.goto('/changes/new')
    await page.getByRole('textbox', { name: 'Unified diff' }).fill('\nhello')
    await page.getByRole('button', { name: 'Plan' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Line 2' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Unified diff' })).toHaveAccessibleDescription(/Line 2: “hello” does not begin a diff/)
    await expect(page).toHaveURL('/changes/new')
  })

  test('a diff that was cut is not planned as if it were whole', async ({ page }) => {
    await page.goto('/changes/new')
    await page.getByRole('textbox', { name: 'Unified diff' }).fill('diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,9 +1,9 @@\n one\n')
    await page.getByRole('button', { name: 'Plan' }).click()
    await expect(page.getByText(/^Line 4: this hunk has fewer lines than it says/)).toBeVisible()
  })

  test('a refusal of the server is told by field and request id, and can be mended', async ({ page, expected }) => {
    expected.push(/status of 4\d\d/)
    await page.goto('/changes/new?input=files')
    await page.getByRole('textbox', { name: 'Changed files' }).fill(TOO_LONG)
    await page.getByRole('button', { name: 'Plan' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'files' })
    await expect(alert).toContainText(/Request [0-9a-f-]{36}/)
    await page.getByRole('textbox', { name: 'Changed files' }).fill('packages/platform/iam/authorizer.go')
    await expect(alert).toBeHidden()
    await page.getByRole('button', { name: 'Plan' }).click()
    await expect(page).toHaveURL(PLAN_URL)
  })

  test('a gate that is not there is said, and can be taken out of the address', async ({ page, request }) => {
    const { id } = await storePlan(request, BILLING_CHANGE)
    await page.goto(`/changes/${id}?gate=no/such/gate&utm_source=mail`)
    const unused = page.getByRole('list', { name: 'Parts of the address that were not used' })
    await expect(unused).toHaveText('gate=no/such/gate: the plan has no such gate')
    await page.getByRole('button', { name: 'Take gate out of the address' }).click()
    await expect(page).toHaveURL(`/changes/${id}?utm_source=mail`)
    await expect(unused).toBeHidden()
  })
})
