import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from '@playwright/test'
import { NEWEST } from './evidence.ts'
import { SERVERS } from './servers.ts'
import { type AnsweredException, approve, ask, becomes, COVETED, read, send } from './signed-in.ts'
import { expect, test } from './watched-page.ts'

const API = `${SERVERS.decided.url}/api/v1`
const HOSTILE = `<!doctype html><title>A prize</title><iframe name="nowhere" sandbox="allow-scripts allow-forms" srcdoc="A prize"></iframe>`
const FORMS = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']
const SCRIPTS = ['text/plain', 'application/json']

test.describe('Can a page of somebody else decide in my name?', () => {
  let elsewhere: Server

  test.beforeAll(async () => {
    elsewhere = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(HOSTILE))
    await new Promise<void>((listening) => elsewhere.listen(0, listening))
  })
  test.afterAll(async () => {
    elsewhere.closeAllConnections()
    await new Promise((closed) => elsewhere.close(closed))
  })

  test('nothing that another origin sends with my cookie changes anything, and from our own page the same does', async ({
    page,
    expected,
  }) => {
    // The hostile page may say what it likes.
    expected.push(/./)
    await becomes(page, 'domain-owner')
    const { id } = await ask(page, {
      gates: ['platform-evidence/smoke/status-readiness'],
      domain: 'platform-evidence',
      content: { gitCommit: NEWEST },
      reason: 'the page of the prize asks for it',
      risk: 'high',
      control: 'watched',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    })
    // Somebody who may do all of it.
    await becomes(page, 'release-manager')
    const promotion = { domain: 'platform-billing', content: { gitCommit: COVETED } }
    const attempts = [
      { url: `${API}/exceptions/${id}/decisions`, body: JSON.stringify({ decision: 'approve', reason: 'not mine' }) },
      { url: `${API}/promotions`, body: JSON.stringify(promotion) },
    ]
    const answers: Answer[] = []
    // On another port of the same host the browser sends the cookie along, whatever its SameSite says.
    for (const host of ['127.0.0.1', 'localhost']) {
      await page.goto(`http://${host}:${(elsewhere.address() as AddressInfo).port}/`)
      for (const frame of [page.mainFrame(), page.frames().find((each) => each.name() === 'nowhere') ?? page.mainFrame()]) {
        for (const { url, body } of attempts) {
          for (const type of SCRIPTS) answers.push(await answerTo(page, url, () => fetchFrom(frame, url, type, body)))
          for (const type of FORMS) answers.push(await answerTo(page, url, () => submitForm(frame, url, type, body)))
        }
      }
    }
    expect(answers).toHaveLength(40)
    expect(answers.filter(({ status }) => status < 400)).toEqual([])
    // Some came with the cookie, so that it was not its lack that kept them out.
    expect(answers.filter(({ withCookie }) => withCookie).length).toBeGreaterThan(0)

    expect(await read<AnsweredException>(page, `exceptions/${id}`)).toMatchObject({ state: 'requested', decisions: [] })
    expect(await promotedAt(page, COVETED)).toBe(0)
    expect((await approve(page, 'release-manager', id)).decisions).toHaveLength(1)
    expect((await send(page, 'POST', 'promotions', promotion)).status).toBe(201)
    expect(await promotedAt(page, COVETED)).toBe(1)
  })
})

interface Answer {
  readonly status: number
  readonly withCookie: boolean
}

async function answerTo(page: Page, url: string, sends: () => Promise<void>): Promise<Answer> {
  const answered = page.waitForResponse((response) => response.url() === url && response.request().method() === 'POST', {
    timeout: 5_000,
  })
  await sends()
  const answer = await answered
  return { status: answer.status(), withCookie: 'cookie' in (await answer.request().allHeaders()) }
}

/** Sends it by script, in a way that needs nobody's leave. */
async function fetchFrom(frame: Frame, url: string, type: string, body: string): Promise<void> {
  await frame.evaluate(
    ([to, as, text]) =>
      fetch(to, { method: 'POST', mode: 'no-cors', credentials: 'include', headers: { 'content-type': as }, body: text }).then(
        () => undefined,
        () => undefined,
      ),
    [url, type, body] as const,
  )
}

/** Sends it by a form; as plain text what arrives is the JSON. */
async function submitForm(frame: Frame, url: string, type: string, body: string): Promise<void> {
  await frame.evaluate(
    ([to, as, json]) => {
      // A frame that an answer was refused in takes no other.
      const sink = Object.assign(document.createElement('iframe'), { name: `sink ${document.forms.length} ${location.href}` })
      document.body.append(sink)
      const form = Object.assign(document.createElement('form'), { method: 'post', action: to, enctype: as, target: sink.name })
      // The equals sign falls into the last text, so that `name=value` is one document.
      const [start, end] = [json.slice(0, json.lastIndexOf('":"') + 3), json.slice(json.lastIndexOf('":"') + 3)]
      form.append(Object.assign(document.createElement('input'), { name: start, value: end }))
      document.body.append(form)
      form.submit()
    },
    [url, type, body] as const,
  )
}

async function promotedAt(page: Page, commit: string): Promise<number> {
  const { items } = await read<{ readonly items: readonly { readonly content: { readonly gitCommit?: string } }[] }>(page, 'promotions')
  return items.filter(({ content }) => content.gitCommit === commit).length
}
