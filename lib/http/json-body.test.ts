import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JSON_DEPTH, jsonDepth, readJsonBody } from './json-body.ts'

const HREF = 'http://127.0.0.1:3000/api/v1/plans'

function aRequest(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Request {
  return new Request(HREF, { method: 'POST', body, headers })
}

async function problemOf(request: Request, limit = 1000): Promise<string> {
  const read = await readJsonBody(request, limit)
  return 'problem' in read ? read.problem.code : 'none'
}

/** A body without a declared length, in small pieces, that says how much of it was taken. */
function aStream(size: number): { request: Request; taken: () => number } {
  let taken = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken >= size) return controller.close()
      taken += 100
      controller.enqueue(new Uint8Array(100).fill(0x20))
    },
  })
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } }
  return { request: new Request(HREF, init), taken: () => taken }
}

describe('only JSON is read, and only so much of it', () => {
  it('gives back the value and the bytes', async () => {
    const read = await readJsonBody(aRequest('{"a":[1,"é"]}'), 1000)
    expect(read).toEqual({ value: { a: [1, 'é'] }, bytes: new TextEncoder().encode('{"a":[1,"é"]}') })
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    'application/json; charset=utf-16',
    '',
  ])('refuses the content type %j', async (type) => {
    expect(await problemOf(aRequest('{}', { 'content-type': type }))).toBe('unsupported-media-type')
  })

  it('refuses a compressed body, whose size says nothing', async () => {
    expect(await problemOf(aRequest('{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' }))).toBe(
      'unsupported-media-type',
    )
  })

  it('refuses a body that is declared too large', async () => {
    expect(await problemOf(aRequest(' '.repeat(1001), { 'content-type': 'application/json', 'content-length': '1001' }))).toBe(
      'body-too-large',
    )
  })

  it('stops reading a body of unknown length at the limit', async () => {
    const { request, taken } = aStream(1_000_000)
    expect(await problemOf(request, 1000)).toBe('body-too-large')
    expect(taken()).toBeLessThan(5000)
  })

  it('takes a body of exactly the limit', async () => {
    expect(await problemOf(aRequest(`"${'x'.repeat(998)}"`))).toBe('none')
  })

  it.each([
    ['nothing', ''],
    ['half an object', '{"a":'],
    ['NaN', 'NaN'],
    ['single quotes', "{'a':1}"],
    ['a trailing comma', '[1,]'],
    ['a byte order mark', '\ufeff{}'],
  ])('refuses %s', async (_, text) => {
    expect(await problemOf(aRequest(text))).toBe('invalid-json')
  })

  it('refuses bytes that are not UTF-8 rather than guessing', async () => {
    expect(await problemOf(aRequest(Uint8Array.of(0x22, 0xff, 0x22)))).toBe('invalid-json')
  })

  it.each(['{"__proto__":{"a":1}}', '[{"x":{"constructor":1}}]', '{"a":[[{"prototype":null}]]}', '{"\\u005f_proto__":1}'])(
    'refuses a key that means something to JavaScript: %s',
    async (text) => {
      expect(await problemOf(aRequest(text))).toBe('invalid-json')
    },
  )

  it('refuses nesting deeper than 32, before parsing follows it down', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(await problemOf(aRequest(nested(JSON_DEPTH)))).toBe('none')
    expect(await problemOf(aRequest(nested(JSON_DEPTH + 1)))).toBe('invalid-json')
    expect(await problemOf(aRequest('{"a":'.repeat(200_000)), 2_000_000)).toBe('invalid-json')
  })

  it('counts brackets in values, not in strings', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        expect(jsonDepth(JSON.stringify(value))).toBe(depthOf(value))
      }),
      { numRuns: 2000 },
    )
  })
})

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}
