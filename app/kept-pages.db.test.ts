import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letBeGivenAgain } from '#lib/http/page-being-made.ts'
import { newNonce, pagePolicy } from '#lib/http/page-policy.ts'
import { historyNow } from '#lib/usecases/history-position.ts'
import { aReadyServer, newContent, record } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import { answerPage } from './kept-pages.ts'

let test: TestDatabase
let server: Server
/** How often a page was made. */
let made = 0
/** What the next page says of itself and answers; a test changes it. */
let page: { holdsFor: number | null; status: number; headers: Record<string, string>; during?: () => Promise<unknown> }

beforeAll(async () => {
  test = await aReadyServer()
  server = createServer((asked, response) => {
    void answerPage(asked, response, async () => {
      made += 1
      await page.during?.()
      const { hash, now } = await historyNow().catch(() => ({ hash: null, now: new Date(0) }))
      if (page.holdsFor !== null && hash !== null) letBeGivenAgain({ head: hash, until: now.getTime() + page.holdsFor })
      const nonce = newNonce()
      const html = `<script nonce="${nonce}">1</script><p>${made}</p>${'ä'.repeat(2000)}<script nonce="${nonce}">2</script>`
      const zipped = /gzip/.test(String(asked.headers['accept-encoding']))
      response.statusCode = page.status
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy(nonce), ...page.headers }
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      if (zipped) response.setHeader('content-encoding', 'gzip')
      const body = zipped ? gzipSync(html) : Buffer.from(html)
      response.write(body.subarray(0, 100))
      response.end(body.subarray(100))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await test.close()
})

let addresses = 0
/** A page that nobody has asked for yet, which holds for a minute. */
function aPage(given: Partial<typeof page> = {}): string {
  page = { holdsFor: 60_000, status: 200, headers: {}, ...given }
  addresses += 1
  return `/board?n=${addresses}`
}

interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly nonce: string
  /** Which making of a page it is. */
  readonly made: number
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const text = (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')
        const [first, second] = [...text.matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce)
        if (method === 'GET') {
          expect(first).toBe(second)
          expect(String(answer.headers['content-security-policy'])).toContain(`'nonce-${first}'`)
          expect(text).toContain('ä'.repeat(2000))
        }
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, nonce: first ?? '', made: Number(/<p>(\d+)/.exec(text)?.[1]) })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('a page that was made and still holds is given again', () => {
  it('with a nonce of its own, and with all headers of the first', async () => {
    const path = aPage({ headers: { 'cache-control': 'private, no-store', 'x-frame-options': 'DENY' } })
    const first = await ask(path)
    const again = await ask(path)
    expect(again.made).toBe(first.made)
    expect(again.nonce).not.toBe(first.nonce)
    expect(again.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-frame-options': 'DENY',
      'content-type': first.headers['content-type'],
    })
  })

  it('compressed for whoever takes that, and as it is for whoever does not', async () => {
    const path = aPage()
    const zipped = await ask(path, { 'accept-encoding': 'br, gzip' })
    const plain = await ask(path)
    const again = await ask(path, { 'accept-encoding': 'gzip' })
    expect([plain.made, again.made]).toEqual([zipped.made, zipped.made])
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(again.headers['content-encoding']).toBe('gzip')
  })

  it('and made once for many who wait for what is new', async () => {
    const path = aPage()
    const first = await ask(path)
    await record(aPass('platform-billing/local/unit', newContent()))
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(path)))
    expect(new Set(answers.map((answer) => answer.made))).toEqual(new Set([first.made + 1]))
    expect(new Set(answers.map(({ nonce }) => nonce)).size).toBe(10)
  })
})

describe('it is made anew', () => {
  const madeAnew = async (path: string, between: () => Promise<unknown>, headers: Record<string, string> = {}) => {
    const first = await ask(path, headers)
    await between()
    return (await ask(path, headers)).made === first.made + 1
  }
  const nothing = async () => undefined

  it('as soon as anything was recorded', async () => {
    expect(await madeAnew(aPage(), () => record(aPass('platform-billing/local/unit', newContent())))).toBe(true)
  })

  it('when something was recorded while it was made: a part of it may be older than the head that it names', async () => {
    const path = aPage()
    page.during = () => record(aPass('platform-billing/local/unit', newContent()))
    const first = await ask(path)
    delete page.during
    expect((await ask(path)).made).toBe(first.made + 1)
  })

  it('from the moment on at which time changes it', async () => {
    expect(await madeAnew(aPage({ holdsFor: 40 }), () => new Promise((passed) => setTimeout(passed, 60)))).toBe(true)
  })

  it('when it does not say how long it holds, is no success, or sets a cookie', async () => {
    expect(await madeAnew(aPage({ holdsFor: null }), nothing)).toBe(true)
    expect(await madeAnew(aPage({ status: 404 }), nothing)).toBe(true)
    expect(await madeAnew(aPage({ headers: { 'set-cookie': 'a=b' } }), nothing)).toBe(true)
  })

  it('for whoever signed in, and for a navigation within the page', async () => {
    expect(await madeAnew(aPage(), nothing, { cookie: `theme=dark; lanekeeper=${'s'.repeat(43)}` })).toBe(true)
    expect(await madeAnew(aPage(), nothing, { cookie: 'lanekeeper=no-id-of-ours' })).toBe(true)
    expect(await madeAnew(aPage(), nothing, { rsc: '1' })).toBe(true)
    expect(await madeAnew(aPage(), nothing, { 'next-router-prefetch': '1' })).toBe(true)
  })

  it('for another address, theme, host or browser', async () => {
    const path = aPage()
    const first = await ask(path)
    for (const headers of [
      { cookie: 'theme=dark' },
      { host: 'elsewhere.example' },
      { 'user-agent': 'a crawler' },
      { 'x-forwarded-proto': 'https' },
    ])
      expect((await ask(path, headers)).made).not.toBe(first.made)
    expect((await ask(`${path}&tab=layers`)).made).not.toBe(first.made)
    expect((await ask(path, {}, 'POST')).made).not.toBe(first.made)
    expect((await ask(path)).made).toBe(first.made)
  })

  it('while the database does not answer', async () => {
    const path = aPage()
    await ask(path)
    expect(await madeAnew(path, () => test.close())).toBe(true)
  })
})
