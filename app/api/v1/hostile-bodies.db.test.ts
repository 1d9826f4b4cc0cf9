import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerInitialToken } from '#lib/store/api-tokens.ts'
import { ask } from '#lib/store/session.ts'
import { AS_CI, CI_TOKEN, callApi, keepTestSettings } from '#test/api-call.ts'
import { aModelRequest } from '#test/builders/a-model-request.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import * as models from './models/route.ts'
import * as resolve from './ownership/resolve/route.ts'
import * as plan from './plans/[id]/route.ts'
import * as plans from './plans/route.ts'

let test: TestDatabase

beforeAll(async () => {
  keepTestSettings()
  test = await openTestDatabase()
  await ask((session) => registerInitialToken(session, createHash('sha256').update(CI_TOKEN).digest('hex')))
  await callApi(models, { body: aModelRequest(), headers: AS_CI })
})
afterAll(() => test.close())

const toPlans = (body: unknown, headers = {}) => callApi(plans, { body, headers })
const toModels = (body: unknown, headers = {}) => callApi(models, { body, headers: { ...AS_CI, ...headers } })

/** How much is stored: what is refused must leave it as it is. */
async function stored(): Promise<unknown> {
  const count =
    'SELECT (SELECT count(*) FROM model) m, (SELECT count(*) FROM plan) p, (SELECT count(*) FROM repository) r, (SELECT count(*) FROM idempotency_key) k'
  return (await test.database.pool.query(count)).rows[0]
}

const A_PATH = 'packages/platform/billing/ledger.go'
const nested = (depth: number) => `${'{"files":['.repeat(depth)}1${']}'.repeat(depth)}`

/** Bodies that `POST plans` refuses: what they are, what is sent, the status. */
const BAD_PLANS: readonly (readonly [string, unknown, number])[] = [
  ['nothing', '', 400],
  ['null', null, 422],
  ['a list', [A_PATH], 422],
  ['a text', '"files"', 422],
  ['an empty object', {}, 422],
  ['both a list and a diff', { files: [A_PATH], diff: 'x' }, 422],
  ['cut JSON', '{"files":["a"', 400],
  ['JSON with a comment', '{"files":[] /* */}', 400],
  ['a number that overflows', '{"files":[1e400]}', 422],
  ['deep nesting', nested(40), 400],
  ['very deep nesting', nested(50_000), 400],
  ['deep nesting of what could be files', { files: [[[[[A_PATH]]]]] }, 422],
  ['an unknown key', { files: [A_PATH], approved: true }, 422],
  ['an unknown key in a file', { files: [{ path: A_PATH, change: 'added', owner: 'me' }] }, 422],
  ['__proto__', `{"files":["${A_PATH}"],"__proto__":{"profile":"x"}}`, 400],
  ['constructor', { files: [{ path: A_PATH, change: 'added', constructor: { prototype: 1 } }] }, 400],
  ['files that are an object', { files: { 0: A_PATH, length: 1 } }, 422],
  ['a file that is a number', { files: [A_PATH, 7] }, 422],
  ['a file that is null', { files: [null] }, 422],
  ['an empty path', { files: [''] }, 422],
  ['a path with a NUL', { files: ['a\0b'] }, 422],
  ['a path with half a surrogate pair', '{"files":["a\\ud800b"]}', 422],
  ['a path of 5,000 characters', { files: ['x'.repeat(5000)] }, 422],
  ['a change that is none', { files: [{ path: A_PATH, change: 'vanished' }] }, 422],
  ['20,001 files', { files: Array.from({ length: 20_001 }, (_, at) => `f/${at}`) }, 422],
  ['a short commit', { files: [A_PATH], head: 'abc1234' }, 422],
  ['a commit in capitals', { files: [A_PATH], head: 'A'.repeat(40) }, 422],
  ['a profile that is no id', { files: [A_PATH], profile: '../x' }, 422],
  ['a profile with a NUL', { files: [A_PATH], profile: 'a\0' }, 422],
  ['a diff that is none', { diff: 'hello' }, 422],
  ['a diff of NULs', { diff: '\0\0\0\n' }, 422],
  ['a diff of binary rubbish', { diff: '\u0001\u0002\ufffd'.repeat(1000) }, 422],
  ['a diff with half a surrogate pair', '{"diff":"diff --git a/a b/a\\ud800"}', 422],
  ['a body of five megabytes', JSON.stringify({ diff: 'x'.repeat(5 * 1024 * 1024) }), 413],
]

/** Bodies that `POST models` refuses. */
const BAD_MODELS: readonly (readonly [string, unknown, number])[] = [
  ['nothing', '', 400],
  ['no sources', { repository: 'hostile' }, 422],
  ['sources that are a text', { repository: 'hostile', sources: 'x' }, 422],
  ['a compilation of its own', { ...aModelRequest('hostile'), digest: `sha256:${'0'.repeat(64)}`, diagnostics: [] }, 422],
  ['a source that is given twice', { repository: 'hostile', sources: [source('a'), source('a')] }, 422],
  ['a source without text', { repository: 'hostile', sources: [{ path: 'a' }] }, 422],
  ['a source path with a NUL', { repository: 'hostile', sources: [source('a\0')] }, 422],
  ['a source text with half a surrogate pair', '{"repository":"hostile","sources":[{"path":"a","text":"\\udc00"}]}', 422],
  ['a tree path with a NUL', { repository: 'hostile', sources: [], tree: ['a\0b'] }, 422],
  ['a repository with a NUL', { repository: 'a\0b', sources: [] }, 422],
  ['a repository with a line break', { repository: 'a\nb', sources: [] }, 422],
  ['a repository that turns text around', { repository: 'a\u202eb', sources: [] }, 422],
  ['a repository without a name', { repository: '', sources: [] }, 422],
  ['a repository of 300 characters', { repository: 'x'.repeat(300), sources: [] }, 422],
  ['5,001 sources', { repository: 'hostile', sources: Array.from({ length: 5001 }, (_, at) => source(`${at}`)) }, 422],
  ['a body of 17 megabytes', JSON.stringify({ repository: 'hostile', sources: [source('a', 'x'.repeat(17 * 1024 * 1024))] }), 413],
]

function source(path: string, text = 'x') {
  return { path, text }
}

describe('hostile bodies give problem documents, never a 500, and nothing is half written', () => {
  it.each(BAD_PLANS)('a plan of %s', async (_, body, status) => {
    const before = await stored()
    const answer = await toPlans(body, { 'idempotency-key': 'hostile' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    if (status === 422) expect(answer.document.errors.length).toBeGreaterThan(0)
    expect(await stored()).toEqual(before)
  })

  it.each(BAD_MODELS)('a model of %s', async (_, body, status) => {
    const before = await stored()
    const answer = await toModels(body, { 'idempotency-key': 'hostile' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(await stored()).toEqual(before)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json;charset=latin1', 'x'])(
    'the content type %s',
    async (type) => {
      const body = JSON.stringify({ files: [A_PATH] })
      expect((await callApi(plans, { body, headers: { 'content-type': type } })).status).toBe(415)
      expect((await toModels(JSON.stringify(aModelRequest()), { 'content-type': type })).status).toBe(415)
    },
  )

  it('bytes that are not UTF-8', async () => {
    expect((await toPlans(new Blob([Uint8Array.of(0x22, 0xc3, 0x28, 0x22)]))).status).toBe(400)
  })
})

describe('odd input that is possible is taken as it is', () => {
  const ODD = [
    'a b',
    'tab\there',
    'line\nbreak',
    '\u0001control',
    '\u202eturned',
    '\u{1f6a6}',
    'É',
    'E\u0301',
    '"quoted"',
    "'; DROP TABLE plan; --",
    '%00',
    'a//b',
    '-rf',
    '*',
    'packages/platform/billing/**',
  ]

  it('keeps odd paths in their order, each with its gates', async () => {
    const made = await toPlans({ files: ODD })
    expect(made.status).toBe(201)
    expect(made.document.files.map(({ path }: { path: string }) => path)).toEqual(ODD)
    expect((await callApi(plan, { params: { id: made.document.id } })).text).toBe(made.text)
    for (const path of ODD) expect((await callApi(resolve, { search: `?path=${encodeURIComponent(path)}` })).document.path).toBe(path)
  })

  it('counts a file that is listed many times once', async () => {
    const made = await toPlans({ files: Array.from({ length: 1000 }, () => A_PATH) })
    expect(made.document.files).toHaveLength(1)
  })

  it('plans 20,000 files', async () => {
    const made = await toPlans({ files: Array.from({ length: 20_000 }, (_, at) => `packages/platform/billing/${at}.go`) })
    expect([made.status, made.document.files.length]).toEqual([201, 20_000])
  })

  it('takes a model with every kind of bad file: located faults and broad gates, no crash', async () => {
    const bad = [
      '',
      '\0',
      '\ufeff',
      '|'.repeat(100_000),
      `${'['.repeat(10_000)}`,
      'a: &a [*a]',
      '<!-- ',
      '```\n',
      `| Domain | Path |\n| --- | --- |\n| a | \`${'{a,'.repeat(5000)}\` |`,
    ]
    for (const text of bad) {
      const { sources, ...rest } = aModelRequest('bad-files')
      const answer = await toModels({
        ...rest,
        sources: sources.map(({ path, text: good }) => ({ path, text: path === 'lanekeeper.yaml' ? good : text })),
      })
      expect(answer.status).toBe(201)
      expect(answer.document.diagnostics.length).toBeGreaterThan(0)
      const made = await callApi(plans, { body: { files: [A_PATH] }, search: '?repository=bad-files' })
      expect(made.document.unmapped).toEqual([A_PATH])
    }
  })
})

describe('whatever is sent', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\0',
      '\ud800',
      '__proto__',
      'added',
      A_PATH,
      'a'.repeat(40),
      '../..',
      'diff --git a/a b/b\n',
      '@@ -1,9 +1,9 @@\n',
      '--- a\n+++ b\n',
    ),
    fc.jsonValue({ maxDepth: 3 }),
  )
  const file = fc.oneof(strange, fc.record({ path: strange, change: strange, from: strange, to: strange }, { requiredKeys: [] }))
  const aPlan = fc.record(
    { files: fc.array(file, { maxLength: 5 }), diff: strange, profile: strange, base: strange, head: strange },
    { requiredKeys: [] },
  )

  it('has an answer that the endpoint declares', async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(aPlan, strange), async (body) => {
        const { status } = await toPlans(JSON.stringify(body))
        expect([201, 400, 422]).toContain(status)
        answered += 1
      }),
      { numRuns: 300 },
    )
    expect(answered).toBeGreaterThanOrEqual(300)
  })
})
