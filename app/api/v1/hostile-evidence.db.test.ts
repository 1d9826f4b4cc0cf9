import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServedHandlers } from '#lib/http/serve-methods.ts'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as audit from './audit/route.ts'
import * as board from './board/route.ts'
import * as candidate from './candidates/[contentId]/route.ts'
import * as verdict from './candidates/[contentId]/verdict/route.ts'
import * as debt from './debt/route.ts'
import * as eligibility from './domains/[id]/eligibility/route.ts'
import * as lane from './domains/[id]/lane/route.ts'
import * as domain from './domains/[id]/route.ts'
import * as revocation from './evidence/[id]/revocation/route.ts'
import * as one from './evidence/[id]/route.ts'
import * as evidence from './evidence/route.ts'
import * as guards from './guards/route.ts'
import * as promotions from './promotions/route.ts'
import * as run from './runs/[id]/route.ts'
import * as runs from './runs/route.ts'
import * as skips from './skips/route.ts'
import * as tokens from './tokens/route.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await aReadyServer()
})
afterAll(() => test.close())

const CONTENT = newContent()
const PASS = aPass('platform-billing/local/unit', CONTENT)
const MEBIBYTE = 1024 * 1024

/** How much is recorded: what is refused must leave it as it is. */
async function recorded(): Promise<unknown> {
  const tables = [
    'evidence',
    'revocation',
    'announced_run',
    'skip',
    'promotion',
    'candidate',
    'debt_line',
    'audit_event',
    'api_token',
    'idempotency_key',
  ]
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`)
  return (await test.database.pool.query(`SELECT ${counts.join(', ')}`)).rows[0]
}

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

/** Fields that evidence may not have: what they are, the fields, the path that is named. */
const BAD_FIELDS: readonly (readonly [string, object, string])[] = [
  ['a short commit', { content: { gitCommit: 'abc1234' } }, 'content.gitCommit'],
  ['a commit of 39 digits', { content: { gitCommit: 'a'.repeat(39) } }, 'content.gitCommit'],
  ['a commit of 63 digits', { content: { gitCommit: 'a'.repeat(63) } }, 'content.gitCommit'],
  ['a commit in capitals', { content: { gitCommit: 'A'.repeat(40) } }, 'content.gitCommit'],
  ['a commit with a line break', { content: { gitCommit: `${'a'.repeat(40)}\n` } }, 'content.gitCommit'],
  ['a commit that is null', { content: { gitCommit: null } }, 'content.gitCommit'],
  ['a short tree', { content: { gitTree: 'abc1234' } }, 'content.gitTree'],
  ['a digest with its algorithm', { content: { sha256: `sha256:${'a'.repeat(64)}` } }, 'content.sha256'],
  ['a digest of 40 digits', { content: { sha256: 'a'.repeat(40) } }, 'content.sha256'],
  ['content that names nothing', { content: {} }, 'content'],
  ['content with another name', { content: { gitCommit: 'a'.repeat(40), branch: 'main' } }, 'content.branch'],
  ['content that is a text', { content: 'a'.repeat(40) }, 'content'],
  ['no content', { content: undefined }, 'content'],
  ['an unknown gate', { gate: 'platform-billing/local/unknown' }, 'gate'],
  ['a gate that is none', { gate: 'unit' }, 'gate'],
  ['a gate of another kind', { gate: 'platform-billing/unit/unit' }, 'gate'],
  ['a gate in capitals', { gate: 'Platform-Billing/local/unit' }, 'gate'],
  ['a gate that climbs', { gate: '../local/unit' }, 'gate'],
  ['a gate with a look-alike letter', { gate: 'plаtform-billing/local/unit' }, 'gate'],
  ['a gate that is a number', { gate: 7 }, 'gate'],
  ['a result that only the server gives', { result: 'missing' }, 'result'],
  ['a result in capitals', { result: 'PASSED' }, 'result'],
  ['no result', { result: undefined }, 'result'],
  ['a pass that exited with 1', { exitCode: 1 }, 'exitCode'],
  ['a pass that exited with -1', { exitCode: -1 }, 'exitCode'],
  ['half an exit code', { exitCode: 0.5 }, 'exitCode'],
  ['an exit code as text', { exitCode: '0' }, 'exitCode'],
  ['an exit code beyond measure', { exitCode: 2 ** 31 }, 'exitCode'],
  ['a pass with failed tests', { counts: { executed: 4, passed: 3, failed: 1, skipped: 0 } }, 'counts.failed'],
  ['negative counts', { counts: { executed: -1, passed: 0, failed: 0, skipped: 0 } }, 'counts.executed'],
  ['counts beyond measure', { counts: { executed: 2 ** 40, passed: 0, failed: 0, skipped: 0 } }, 'counts.executed'],
  ['counts that are not whole', { counts: { executed: 1.5, passed: 0, failed: 0, skipped: 0 } }, 'counts.executed'],
  ['counts that lack one', { counts: { executed: 1, passed: 1, failed: 0 } }, 'counts.skipped'],
  ['counts with another', { counts: { executed: 1, passed: 1, failed: 0, skipped: 0, flaky: 1 } }, 'counts.flaky'],
  ['counts that are a list', { counts: [1, 1, 0, 0] }, 'counts'],
  ['no command', { command: undefined }, 'command'],
  ['an empty command', { command: '' }, 'command'],
  ['a blank command', { command: ' \n\t ' }, 'command'],
  ['a command with a NUL', { command: 'make\0unit' }, 'command'],
  ['a command with half a surrogate pair', { command: 'make \ud800' }, 'command'],
  ['a command of 10,001 characters', { command: 'x'.repeat(10_001) }, 'command'],
  ['a reason of a megabyte', { reason: 'x'.repeat(MEBIBYTE) }, 'reason'],
  ['a reason with a NUL', { reason: '\0' }, 'reason'],
  ['a moment that is none', { startedAt: 'yesterday' }, 'startedAt'],
  ['a moment as a number', { startedAt: 1700000000 }, 'startedAt'],
  ['a day that there is not', { startedAt: '2026-02-31T00:00:00Z' }, 'startedAt'],
  ['an end before its start', { startedAt: '2026-11-20T08:00:01Z', finishedAt: '2026-11-20T08:00:00Z' }, 'startedAt'],
  ['a clock six minutes ahead', { finishedAt: inMinutes(6) }, 'finishedAt'],
  ['a clock ten years ahead', { finishedAt: '2036-01-01T00:00:00Z' }, 'finishedAt'],
  ['a start ahead', { startedAt: inMinutes(6) }, 'startedAt'],
  ['artifacts that are no list', { artifacts: {} }, 'artifacts'],
  ['201 artifacts', { artifacts: Array.from({ length: 201 }, () => ({ name: 'a', sha256: 'a'.repeat(64) })) }, 'artifacts'],
  ['an artifact without a digest', { artifacts: [{ name: 'a' }] }, 'artifacts.0.sha256'],
  ['an artifact with a long name', { artifacts: [{ name: 'a'.repeat(301), sha256: 'a'.repeat(64) }] }, 'artifacts.0.name'],
  [
    'an artifact that runs something',
    { artifacts: [{ name: 'a', sha256: 'a'.repeat(64), uri: 'javascript:alert(1)' }] },
    'artifacts.0.uri',
  ],
  ['an artifact on a disk', { artifacts: [{ name: 'a', sha256: 'a'.repeat(64), uri: 'file:///etc/passwd' }] }, 'artifacts.0.uri'],
  ['an artifact with an unknown key', { artifacts: [{ name: 'a', sha256: 'a'.repeat(64), size: 7 }] }, 'artifacts.0.size'],
  ['a run of CI without an id', { ci: { provider: 'github' } }, 'ci.id'],
  ['a run of CI with attempt 0', { ci: { provider: 'github', id: '1', attempt: 0 } }, 'ci.attempt'],
  ['a run of CI with an address that runs something', { ci: { provider: 'github', id: '1', url: 'data:text/html,x' } }, 'ci.url'],
  ['a run of CI whose id is a number', { ci: { provider: 'github', id: 1187 } }, 'ci.id'],
  ['a run that is no id', { runId: 'latest' }, 'runId'],
  ['a run that was never announced', { runId: randomUUID() }, 'runId'],
  ['an answer to nothing', { supersedes: randomUUID() }, 'supersedes'],
  ['an answer to what is no id', { supersedes: ['the last one'] }, 'supersedes.0'],
  ['an answer to 51', { supersedes: Array.from({ length: 51 }, () => randomUUID()) }, 'supersedes'],
  ['a profile that is no id', { profile: '../x' }, 'profile'],
  ['findings that are a number', { findings: 7 }, 'findings'],
  ['findings that are no table', { findings: 'all good' }, 'findings'],
  ['findings that are no SARIF', { findings: { version: '1.0.0' } }, 'findings'],
  ['findings with a NUL', { findings: 'fingerprint\tguard\trule\tpath\tfirst_seen\na\0\tb\tc\td\t2026-01-01\n' }, 'findings'],
  ['an unknown key', { approved: true }, 'approved'],
  ['a status', { status: 'passed' }, 'status'],
  ['a sequence of its own', { sequence: 1 }, 'sequence'],
  ['a producer of its own', { producer: { name: 'release' } }, 'producer'],
  ['a definition of its own', { gateDefinition: `sha256:${'a'.repeat(64)}` }, 'gateDefinition'],
]

/** Bodies that are no evidence at all. */
const BAD_BODIES: readonly (readonly [string, unknown, number])[] = [
  ['nothing', '', 400],
  ['null', null, 422],
  ['a text', '"passed"', 422],
  ['an empty object', {}, 422],
  ['an empty list', [], 422],
  ['a list of lists', [[PASS]], 422],
  ['cut JSON', JSON.stringify(PASS).slice(0, -1), 400],
  ['deep nesting', `${'{"findings":'.repeat(40)}1${'}'.repeat(40)}`, 400],
  ['very deep nesting', '['.repeat(100_000), 400],
  ['__proto__', JSON.stringify(PASS).replace('{', '{"__proto__":{"result":"passed"},'), 400],
  ['nine megabytes', { ...PASS, findings: 'x'.repeat(9 * MEBIBYTE) }, 413],
]

describe('what is no evidence is refused with the path of the field, and nothing is half written', () => {
  it.each(BAD_FIELDS)('%s', async (_, given, path) => {
    const before = await recorded()
    const { status, document } = await callAsCi(evidence, { ...PASS, ...given }, { headers: { 'idempotency-key': randomUUID() } })
    expect([status, document.errors?.[0]?.path]).toEqual([422, path])
    expect(await recorded()).toEqual(before)
  })

  it.each(BAD_BODIES)('%s', async (_, body, status) => {
    const before = await recorded()
    const answer = await callAsCi(evidence, body, { headers: { 'idempotency-key': randomUUID() } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(await recorded()).toEqual(before)
  })

  it('takes what is odd and possible as it is', async () => {
    const odd = {
      ...PASS,
      command: "'; DROP TABLE evidence; -- \u202e \u{1f6a6} \\u0000",
      reason: '<script>alert(1)</script>',
      artifacts: [{ name: '../../etc/passwd', sha256: 'a'.repeat(64), uri: 'https://ci.example.com/a?b=%00' }],
      finishedAt: inMinutes(4),
    }
    const { status, document } = await callAsCi(evidence, odd)
    expect(status).toBe(201)
    expect((await callApi(one, { params: { id: document.id } })).document).toMatchObject(odd)
  })
})

describe('whatever is sent, the answer is one that the endpoint declares', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\0',
      '\ud800',
      '__proto__',
      'passed',
      PASS.gate,
      CONTENT.gitCommit,
      `sha256:${'a'.repeat(64)}`,
      randomUUID(),
      1e300,
      -0,
    ),
    fc.jsonValue({ maxDepth: 3 }),
  )
  const likely = (valid: Readonly<Record<string, unknown>>, extra: readonly string[]) =>
    fc.record(
      Object.fromEntries([
        ...Object.entries(valid).map(([key, value]) => [key, fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, strange)]),
        ...extra.map((key) => [key, strange]),
      ]),
      { requiredKeys: [] },
    )
  const content = { content: CONTENT }
  const WRITERS: readonly (readonly [string, ServedHandlers, fc.Arbitrary<unknown>, object])[] = [
    ['POST evidence', evidence, likely(PASS, ['ci', 'artifacts', 'supersedes', 'runId', 'findings', 'startedAt', 'reason']), {}],
    ['POST evidence/{id}/revocation', revocation, likely({ reason: 'x' }, []), { params: { id: randomUUID() } }],
    ['POST runs', runs, likely({ profile: 'platform-control', ...content, gates: [PASS.gate] }, ['deadline']), {}],
    ['PATCH runs/{id}', run, likely({ state: 'closed' }, []), { method: 'PATCH', params: { id: randomUUID() } }],
    ['POST skips', skips, likely({ gate: PASS.gate, profile: 'hotfix-fast', ...content, reason: 'x' }, ['prior', 'risk', 'runId']), {}],
    ['POST promotions', promotions, likely({ domain: 'platform-billing', ...content }, []), {}],
    ['POST tokens', tokens, likely({ name: 'nightly', expiresInDays: 1 }, ['gates', 'domains']), {}],
  ]

  it.each(WRITERS)('%s', async (_, handlers, body, call) => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(body, fc.array(body, { maxLength: 3 }), strange), async (sent) => {
        const { status } = await callAsCi(handlers, JSON.stringify(sent) ?? '', call)
        expect([200, 201, 400, 404, 409, 422]).toContain(status)
        answered += 1
      }),
      { numRuns: 150 },
    )
    expect(answered).toBeGreaterThanOrEqual(150)
  })

  const NAMED: readonly (readonly [string, ServedHandlers, string, string])[] = [
    ['GET candidates/{contentId}', candidate, 'contentId', ''],
    ['GET candidates/{contentId}/verdict', verdict, 'contentId', '?profile=hotfix-fast'],
    ['GET domains/{id}', domain, 'id', ''],
    ['GET domains/{id}/eligibility', eligibility, 'id', ''],
    ['GET domains/{id}/lane', lane, 'id', ''],
    ['GET evidence/{id}', one, 'id', ''],
  ]

  it.each(NAMED)('%s of anything', async (_, handlers, name, search) => {
    const odd = ['', '\0', '..', 'a'.repeat(10_000), '%00', "' OR 1=1 --", 'A'.repeat(40), 'constructor', '__proto__', 'sha256:']
    for (const value of odd) {
      const { status } = await callApi(handlers, { params: { [name]: value }, search })
      expect([400, 404]).toContain(status)
    }
  })

  it.each([
    ['board', board],
    ['guards', guards],
    ['debt', debt],
    ['skips', skips],
    ['audit', audit],
    ['promotions', promotions],
  ] as const)('GET %s with any parameter', async (_, handlers) => {
    for (const search of [
      '?commit=abc',
      '?tab=all',
      '?commit=%00',
      '?limit=1e9',
      '?cursor=%FF',
      '?x=1',
      '?repository=',
      '?commit=a&commit=b',
    ]) {
      expect((await callApi(handlers, { search })).status).toBe(400)
    }
  })
})
