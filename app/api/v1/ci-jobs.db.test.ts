import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCiRules, setUpCiIdentities } from '#lib/usecases/ci-identities.ts'
import { type ApiCall, callApi, keepTestSettings } from '#test/api-call.ts'
import { aReadyServer, newContent } from '#test/api-server.ts'
import { aPass, READY_GATES } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import { aFolder } from '#test/git-repository.ts'
import { AUDIENCE, aLocalIssuer, githubClaims, type LocalIssuer } from '#test/local-issuer.ts'
import * as audit from './audit/route.ts'
import * as candidate from './candidates/[contentId]/route.ts'
import * as one from './evidence/[id]/route.ts'
import * as evidence from './evidence/route.ts'
import * as models from './models/route.ts'
import * as plans from './plans/route.ts'
import * as promotions from './promotions/route.ts'
import * as runs from './runs/route.ts'
import * as skips from './skips/route.ts'
import * as tokens from './tokens/route.ts'

const UNIT = 'platform-billing/local/unit'
const content = newContent()
const OTHER_COMMIT = 'e'.repeat(40)

/** Which gates the jobs of each rule may post for; everything else they may not. */
const RULES = {
  billing: { workflow: 'gates.yml', gates: [UNIT, 'platform-billing/local/ledger'], domain: 'platform-billing' },
  global: { workflow: 'global.yml', gates: ['global/boundary_guard', 'global/contracts'], domain: 'global' },
  products: { workflow: 'products.yml', gates: ['gpuaas/local/unit'], domain: 'gpuaas' },
} as const

let test: TestDatabase
let issuer: LocalIssuer

beforeAll(async () => {
  test = await aReadyServer()
  issuer = await aLocalIssuer()
  const rules = Object.entries(RULES).map(
    ([id, { workflow, gates, domain }]) => `  - id: ${id}
    issuer: ${issuer.url}
    match:
      repository_id: 1296269
      workflow_ref: acme/platform/.github/workflows/${workflow}@refs/heads/*
      ref: refs/heads/{main,release-*}
      event_name: '{push,merge_group}'
    grants: [{ domain: ${domain}, gates: [${gates.join(', ')}] }]
`,
  )
  const file = join(aFolder(), 'ci-rules.yaml')
  writeFileSync(file, `rules:\n${rules.join('')}`)
  const read = loadCiRules(file)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  setUpCiIdentities(AUDIENCE, read.rules)
})
afterAll(async () => {
  setUpCiIdentities(AUDIENCE, [])
  await issuer.stop()
  await test.close()
})

const claims = (given: Readonly<Record<string, unknown>> = {}) => ({ ...githubClaims(content.gitCommit), ...given })
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const as = (token: string, call: ApiCall = {}): ApiCall => ({ ...call, headers: { ...bearer(token), ...call.headers } })
const post = async (token: string, body: unknown = aPass(UNIT, content), call: ApiCall = {}) =>
  callApi(evidence, as(token, { ...call, body }))
const workflow = (name: string) => ({ workflow_ref: `acme/platform/.github/workflows/${name}@refs/heads/main` })

describe('a job that a rule matches posts without a secret', () => {
  it('is recorded under the rule, the repository and the workflow, with what the token said in the audit entry', async () => {
    const { status, document } = await post(await issuer.sign(claims()))
    expect(status).toBe(201)
    const { document: found } = await callApi(one, { params: { id: document.id } })
    expect(found.producer).toEqual({
      identity: 'ci:billing/1296269/acme/gates/.github/workflows/gate.yml@refs/tags/v3',
      name: 'billing',
    })
    const { document: entries } = await callApi(audit, { search: '?limit=1' })
    expect(JSON.parse(entries.items[0].canonical)).toMatchObject({
      actor: found.producer.identity,
      details: { ci: { iss: issuer.url, repository_id: '1296269', sha: content.gitCommit, run_id: '7000001', event_name: 'push' } },
    })
  })

  it('posts as often as it likes with one token, and as the same producer with the next', async () => {
    const token = await issuer.sign(claims())
    const retried = { headers: { 'idempotency-key': 'unit-1' } }
    const first = await post(token, aPass(UNIT, content), retried)
    const again = await post(await issuer.sign(claims()), aPass(UNIT, content), retried)
    expect([first.status, again.status, again.document.replayed]).toEqual([201, 200, true])
    expect((await post(token, aPass('platform-billing/local/ledger', content))).status).toBe(201)
    const answer = aPass(UNIT, content, { supersedes: first.document.id })
    expect((await post(await issuer.sign(claims({ run_attempt: '2' })), answer)).status).toBe(201)
  })

  it('cannot answer for a job of another workflow', async () => {
    const { document } = await post(await issuer.sign(claims()), aPass(UNIT, content, { result: 'failed', exitCode: 1 }))
    const token = await issuer.sign(claims({ job_workflow_ref: 'acme/gates/.github/workflows/other.yml@refs/tags/v3' }))
    const { status, document: problem } = await post(token, aPass(UNIT, content, { supersedes: document.id }))
    expect([status, problem.code]).toEqual([422, 'supersedes-unknown'])
  })

  it.each(Object.keys(RULES) as (keyof typeof RULES)[])('rule %s: 201 in the cells that it grants and 403 in every other', async (rule) => {
    const token = await issuer.sign(claims(workflow(RULES[rule].workflow)))
    for (const gate of [...READY_GATES, 'gpuaas/local/unit']) {
      const isGranted = RULES[rule].gates.some((each) => each === gate)
      const { status } = await post(
        token,
        aPass(gate, content, gate === 'global/boundary_guard' ? { findings: 'fingerprint\tguard\trule\tpath\tfirst_seen\n' } : {}),
      )
      expect([gate, status]).toEqual([gate, isGranted ? 201 : 403])
    }
  })

  it('may also read, where not everybody may', async () => {
    keepTestSettings({ LANEKEEPER_PUBLIC_READ: '0' })
    expect((await callApi(evidence, as(await issuer.sign(claims())))).status).toBe(200)
    expect((await callApi(evidence)).status).toBe(401)
    keepTestSettings()
  })
})

describe('a token that is not exactly what was expected is nobody', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const foreignKey = async () => (await generateKeyPair('RS256', { extractable: true })).privateKey
  const tampered = async (change: (parts: string[]) => void) => {
    const parts = (await issuer.sign(claims())).split('.')
    change(parts)
    return parts.join('.')
  }
  const payload = (given: object) => Buffer.from(JSON.stringify(given)).toString('base64url')

  const hostile: Readonly<Record<string, () => Promise<string>>> = {
    'alg none': async () => new UnsecuredJWT({ ...claims(), iss: issuer.url, aud: AUDIENCE }).setExpirationTime('5m').encode(),
    'alg none, with a kid and a signature of nothing': () =>
      tampered((parts) => {
        parts[0] = payload({ alg: 'none', typ: 'JWT', kid: 'key-1' })
        parts[2] = ''
      }),
    'HS256 with the public key as the secret': async () =>
      issuer.sign(claims(), { header: { alg: 'HS256' }, key: new TextEncoder().encode(JSON.stringify(issuer.publicKey)) }),
    'a key of somebody else': async () => issuer.sign(claims(), { key: await foreignKey() }),
    'an unknown kid': () => issuer.sign(claims(), { header: { kid: 'key-2' } }),
    'an issuer that no rule names': () => issuer.sign(claims({ iss: 'https://token.actions.githubusercontent.com' })),
    'an issuer that almost matches': () => issuer.sign(claims({ iss: `${issuer.url}/` })),
    'another audience': () => issuer.sign(claims({ aud: 'https://elsewhere.example' })),
    'an audience that almost matches': () => issuer.sign(claims({ aud: `${AUDIENCE}/` })),
    'several audiences': () => issuer.sign(claims({ aud: [AUDIENCE, 'https://elsewhere.example'] })),
    expired: () => issuer.sign(claims({ iat: now() - 300, exp: now() - 120 })),
    'made eleven minutes ago and more, however long it says it lives': () =>
      issuer.sign(claims({ iat: now() - 11 * 60 - 1, exp: now() + 3600 })),
    'not valid yet': () => issuer.sign(claims({ nbf: now() + 120 })),
    'made in the future': () => issuer.sign(claims({ iat: now() + 120 })),
    'without a moment at which it ends': () => issuer.sign(claims({ exp: undefined })),
    'without a moment at which it was made': () => issuer.sign(claims({ iat: undefined })),
    'without an audience': () => issuer.sign(claims({ aud: undefined })),
    'without an id of its own': () => issuer.sign(claims({ jti: undefined })),
    'of another type': () => issuer.sign(claims(), { header: { typ: 'at+jwt' } }),
    'changed after it was signed': () =>
      tampered((parts) => {
        parts[1] = payload({ ...claims(), iss: issuer.url, aud: AUDIENCE, iat: now(), exp: now() + 300, jti: 'x' })
      }),
    'a key that it brings itself': async () => {
      const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
      return issuer.sign(claims(), { key: privateKey, header: { jwk: await exportJWK(publicKey) } })
    },
    'keys at an address that it names itself': async () =>
      issuer.sign(claims(), { key: await foreignKey(), header: { jku: 'http://127.0.0.1:9/keys', kid: 'key-2' } }),
    'a critical extension that nobody knows': () =>
      issuer.sign(claims(), { header: { crit: ['exp2'], exp2: 1 } }).catch(() => 'e30.e30.e30'),
    'three parts of garbage': async () => 'eyJhbGciOiJSUzI1NiJ9.????.abc',
    'one part': async () => 'eyJhbGciOiJSUzI1NiJ9',
    'longer than any token': async () => `${await issuer.sign(claims())}${'A'.repeat(8192)}`,
  }

  it.each(Object.entries(hostile))('%s', async (_, make) => {
    const { status, headers } = await post(await make())
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toContain('Bearer')
  })

  it('an empty one', async () => {
    expect((await post('')).status).toBe(401)
  })

  it('the same token untouched is taken: the ones above fail by what was changed', async () => {
    expect((await post(await issuer.sign(claims()))).status).toBe(201)
  })
})

describe('claims that almost match are no match', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['another repository of the same name', { repository_id: '12962690' }],
    ['a repository id that is a number', { repository_id: 1296269 }],
    ['no repository id', { repository_id: undefined }],
    ['a workflow of another repository with the same file', { workflow_ref: 'evil/platform/.github/workflows/gates.yml@refs/heads/main' }],
    ['a workflow beneath the one that is named', { workflow_ref: 'acme/platform/.github/workflows/gates.yml@refs/heads/main/x' }],
    ['a workflow with something before it', { workflow_ref: 'x/acme/platform/.github/workflows/gates.yml@refs/heads/main' }],
    ['a workflow of a tag', { workflow_ref: 'acme/platform/.github/workflows/gates.yml@refs/tags/main' }],
    ['a branch beneath the one that is named', { ref: 'refs/heads/main/evil' }],
    ['a branch whose name only begins so', { ref: 'refs/heads/main2' }],
    ['a branch in other letters', { ref: 'refs/heads/Main' }],
    ['a branch with a line break behind', { ref: 'refs/heads/main\n' }],
    ['a pull request', { event_name: 'pull_request', ref: 'refs/pull/7/merge' }],
    ['a pull request that says it is on the branch', { event_name: 'pull_request' }],
    ['what a pull request of anybody may start', { event_name: 'pull_request_target' }],
    ['an event that the rule does not name', { event_name: 'schedule' }],
    ['several events at once', { event_name: ['push'] }],
    ['no event', { event_name: undefined }],
  ])('%s', async (_, given) => {
    const { status, document } = await post(await issuer.sign(claims(given)))
    expect([status, document.code]).toEqual([403, 'forbidden'])
    expect(document.detail).not.toMatch(/1296269|acme/)
  })

  it('what `sub` says does not matter', async () => {
    expect((await post(await issuer.sign(claims({ sub: 'repo:evil/repo:pull_request' })))).status).toBe(201)
  })
})

describe('a job speaks only for the commit that its token names', () => {
  const mismatch = (path: string) => ({ status: 403, document: { code: 'content-mismatch', errors: [expect.objectContaining({ path })] } })

  it.each<[string, object, string]>([
    ['another commit', { content: { gitCommit: OTHER_COMMIT } }, 'content.gitCommit'],
    ['no commit', { content: { gitTree: content.gitTree } }, 'content.gitCommit'],
    ['a digest alone', { content: { sha256: 'a'.repeat(64) } }, 'content.gitCommit'],
    ['another run', { ci: { provider: 'github-actions', id: '7000002', attempt: 1 } }, 'ci.id'],
    ['a later attempt than it is', { ci: { provider: 'github-actions', id: '7000001', attempt: 2 } }, 'ci.attempt'],
    ['another service', { ci: { provider: 'manual', id: '7000001', attempt: 1 } }, 'ci.provider'],
  ])('evidence: %s', async (_, given, path) => {
    expect(await post(await issuer.sign(claims()), aPass(UNIT, content, given))).toMatchObject(mismatch(path))
  })

  it('one wrong commit in a batch and nothing is recorded', async () => {
    const batch = [aPass(UNIT, content), aPass(UNIT, { gitCommit: OTHER_COMMIT })]
    expect(await post(await issuer.sign(claims()), batch)).toMatchObject(mismatch('1.content.gitCommit'))
  })

  it('runs, skips and plans', async () => {
    const token = await issuer.sign(claims())
    const other = { gitCommit: OTHER_COMMIT }
    const run = { profile: 'hotfix-fast', gates: [UNIT] }
    expect(await callApi(runs, as(token, { body: { ...run, content: other } }))).toMatchObject(mismatch('content.gitCommit'))
    expect((await callApi(runs, as(token, { body: { ...run, content } }))).status).toBe(201)
    const skip = { gate: UNIT, profile: 'hotfix-fast', reason: 'only the footer changes' }
    expect(await callApi(skips, as(token, { body: { ...skip, content: other } }))).toMatchObject(mismatch('content.gitCommit'))
    expect(await callApi(plans, as(token, { body: { files: ['x'], head: OTHER_COMMIT } }))).toMatchObject(mismatch('head'))
    expect((await callApi(plans, as(token, { body: { files: ['x'], head: content.gitCommit } }))).status).toBe(201)
  })

  it('and the plan of its commit says what the candidate needs, which no plan of a reader does', async () => {
    const { gitCommit } = newContent()
    const body = { files: ['packages/platform/billing/ledger.go'], head: gitCommit }
    const planOf = async () => (await callApi(candidate, { params: { contentId: gitCommit } })).document.planId
    expect((await callApi(plans, { body })).status).toBe(201)
    expect(await planOf()).toBeNull()
    const { document } = await callApi(plans, as(await issuer.sign(claims({ sha: gitCommit })), { body }))
    expect(await planOf()).toBe(document.id)
  })
})

describe('a job may do no more than its rule says', () => {
  it('makes no tokens, promotes nothing, and sends no model unless its rule lets it', async () => {
    const token = await issuer.sign(claims())
    expect((await callApi(tokens, as(token, { body: { name: 'billing', expiresInDays: 1 } }))).status).toBe(403)
    expect((await callApi(promotions, as(token, { body: { domain: 'platform-billing', content } }))).status).toBe(403)
    const model = { repository: 'acme', sources: [{ path: 'lanekeeper.yaml', text: 'version: 1\n' }] }
    const { status, document } = await callApi(models, as(token, { body: model }))
    expect([status, document.detail]).toEqual([403, expect.stringContaining('sync: true')])
  })
})

describe('an issuer that is away', () => {
  it('loses nothing while its keys are known; unknown keys are a 503, and nothing is taken on trust', async () => {
    const other = await aLocalIssuer()
    const rule = {
      id: 'away',
      service: 'github-actions' as const,
      issuer: other.url,
      jwks: null,
      match: [{ claim: 'ref' as const, text: 'refs/heads/main', alternatives: ['refs/heads/main'] }],
      gates: [UNIT],
      domains: ['platform-billing'],
      maySync: false,
    }
    setUpCiIdentities(AUDIENCE, [rule])
    await other.stop()
    const unknown = await post(await other.sign(claims()))
    expect([unknown.status, unknown.document.code]).toEqual([503, 'issuer-unavailable'])
    await other.start()
    expect((await post(await other.sign(claims()))).status).toBe(201)
    await other.stop()
    expect((await post(await other.sign(claims()))).status).toBe(201)
    expect(other.asked()).toBe(1)
  })
})
