import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letBeGivenAgain } from '#lib/http/answer-being-made.ts'
import { metricsText } from '#lib/http/metrics.ts'
import { newNonce, pagePolicy } from '#lib/http/page-policy.ts'
import { historyNow } from '#lib/usecases/history-position.ts'
import { aReadyServer, newContent, record } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import { answerAgain } from './kept-answers.ts'

let test: TestDatabase
let server: Server
/** How often a page was made. */
let made = 0
/** What the next page says of itself and answers; a test changes it. */
let page: { holdsFor: number | null; status: number; headers: Record<string, string>; text?: string; during?: () => Promise<unknown> }

beforeAll(async () => {
  test = await aReadyServer()
  server = createServer((asked, response) => {
    void answerAgain(asked, response, async () => {
      made += 1
      await page.during?.()
      const { hash, now } = await historyNow().catch(() => ({ hash: null, now: new Date(0) }))
      if (page.holdsFor !== null && hash !== null) letBeGivenAgain({ head: hash, until: now.getTime() + page.holdsFor })
      const nonce = newNonce()
      const html = page.text ?? `<script nonce="${nonce}">1</script><p>${made}</p>${'ä'.repeat(2000)}<script nonce="${nonce}">2</script>`
      const zipped = /gzip/.test(String(asked.headers['accept-encoding']))
      response.statusCode = page.status
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy(nonce), ...page.headers }
      // As the framework does for an endpoint, so that a header is a list of one.
      for (const [name, value] of Object.entries(headers)) response.appendHeader(name, value)
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
  const { bytes, ...answer } = await askBytes(path, headers, method)
  const text = bytes.toString('utf8')
  const [first, second] = [...text.matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce)
  if (method === 'GET') {
    expect(first).toBe(second)
    expect(String(answer.headers['content-security-policy'])).toContain(`'nonce-${first}'`)
    expect(text).toContain('ä'.repeat(2000))
  }
  return { ...answer, nonce: first ?? '', made: Number(/<p>(\d+)/.exec(text)?.[1]) }
}

async function askBytes(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Pick<Answered, 'status' | 'headers'> & { readonly bytes: Buffer }> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const unpacked = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: unpacked })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** How many answers of the board's endpoint were counted. */
async function countedBoards(): Promise<number> {
  const { text } = await metricsText()
  return Number(/^lanekeeper_http_requests_total\{endpoint="\/api\/v1\/board",[^}]*\} (\d+)$/m.exec(text)?.[1] ?? 0)
}

describe('the board as JSON is given again likewise', () => {
  const asJson = (text = '{"rows":[]}', id = 'a-request') => ({
    text,
    headers: { 'content-type': 'application/json', 'content-security-policy': "default-src 'none'", 'x-request-id': id },
  })
  let commits = 0
  const aBoard = () => {
    commits += 1
    return `/api/v1/board?commit=${String(commits).padStart(40, '0')}`
  }

  it('to the last byte, compressed or not, under a request id of its own, and is counted', async () => {
    const text = JSON.stringify({ rows: Array.from({ length: 500 }, (_, row) => ({ row, domain: `für-${row}` })) })
    page = { holdsFor: 60_000, status: 200, ...asJson(text) }
    const path = aBoard()
    const before = await countedBoards()
    const answers = [await askBytes(path), await askBytes(path), await askBytes(path, { 'accept-encoding': 'gzip' })]
    expect(answers.map((answer) => answer.bytes.toString('utf8'))).toEqual([text, text, text])
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, undefined, 'gzip'])
    const ids = answers.map(({ headers }) => headers['x-request-id'])
    expect(ids[0]).toBe('a-request')
    expect(new Set(ids).size).toBe(3)
    expect(await countedBoards()).toBe(before + 2)
  })

  it('not to whoever brings a token, or is signed in', async () => {
    page = { holdsFor: 60_000, status: 200, ...asJson() }
    const path = aBoard()
    await askBytes(path)
    const first = made
    await askBytes(path, { authorization: 'Bearer any' })
    await askBytes(path, { cookie: `lanekeeper=${'s'.repeat(43)}` })
    expect(made).toBe(first + 2)
  })

  it('and no other answer of the API is', async () => {
    page = { holdsFor: 60_000, status: 200, ...asJson() }
    for (const path of ['/api/v1/boards', '/api/v1/board/platform-billing', '/api/v1/evidence', '/_next/static/a.js']) {
      await askBytes(path)
      const first = made
      await askBytes(path)
      expect([path, made]).toEqual([path, first + 1])
    }
  })

  it('what was kept longest gives way where together they are too large', async () => {
    page = { holdsFor: 60_000, status: 200, ...asJson(JSON.stringify('x'.repeat(1_900_000))) }
    const [oldest, ...others] = Array.from({ length: 6 }, aBoard)
    for (const path of [oldest ?? '', ...others]) await askBytes(path)
    const first = made
    await askBytes(others.at(-1) ?? '')
    expect(made).toBe(first)
    await askBytes(oldest ?? '')
    expect(made).toBe(first + 1)
    page = { ...page, ...asJson(JSON.stringify('x'.repeat(2_100_000))) }
    const tooLarge = aBoard()
    await askBytes(tooLarge)
    await askBytes(tooLarge)
    expect(made).toBe(first + 3)
  })
})

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
