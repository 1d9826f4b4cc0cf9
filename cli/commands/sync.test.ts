import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type CommandRun, documentOf, runCommand } from '#test/cli/run-command.ts'
import { SMALL_MODEL_PLACES, smallModel } from '#test/cli/small-model.ts'
import { aGitRepository, type GitRepository } from '#test/git-repository.ts'

interface Received {
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: { repository: string; sources: { path: string; text: string }[]; tree: string[] }
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A server that keeps what it gets and gives one answer. */
async function aServer(answer: (response: ServerResponse) => void): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      received.push({ url: request.url ?? '', headers: request.headers, body: JSON.parse(text) })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

const stored = { repository: 'platform', modelDigest: 'sha256:abc', diagnostics: [], createdAt: '2026-01-01T00:00:00Z' }

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (response: ServerResponse) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
}

function sync(repository: GitRepository, url: string, ...words: readonly string[]): Promise<CommandRun> {
  return runCommand(['sync', ...words], { cwd: repository.folder, env: { LANEKEEPER_URL: url, LANEKEEPER_TOKEN: 'lk_test' } })
}

describe('lanekeeper sync sends the model that the server then compiles itself', () => {
  it('every file the model is read from as text, unchanged, and the tracked paths', async () => {
    const server = await aServer(answering(201, stored))
    const lane = `\ufeff${smallModel()[SMALL_MODEL_PLACES.billingLane]?.replaceAll('\n', '\r\n')}`
    const repository = aGitRepository({ ...smallModel(), [SMALL_MODEL_PLACES.billingLane]: lane, 'odd\nname.txt': 'x' })
    repository.commit()
    const run = await sync(repository, server.url)
    expect(run).toMatchObject({ exit: 0, notes: '' })
    expect(run.out).toContain('sha256:abc is now current')
    const [{ url, headers, body } = { url: '', headers: {}, body: null }] = server.received
    expect(url).toBe('/api/v1/models')
    expect(headers).toMatchObject({
      authorization: 'Bearer lk_test',
      'content-type': 'application/json',
      'idempotency-key': expect.stringMatching(/.{16}/),
    })
    expect(body?.repository).toBe('platform')
    expect(body?.sources.map(({ path }) => path)).toEqual(Object.keys(smallModel()).sort())
    expect(body?.sources.find(({ path }) => path === SMALL_MODEL_PLACES.billingLane)?.text).toBe(lane)
    expect(body?.tree).toEqual(expect.arrayContaining(['odd\nname.txt', 'lanekeeper.yaml']))
  })

  it('says when that model was current already', async () => {
    const server = await aServer(answering(200, { ...stored, replayed: true }))
    expect((await sync(aGitRepository(smallModel()), server.url)).out).toContain('was current already')
  })

  it('--json prints the answer of the server', async () => {
    const server = await aServer(answering(201, stored))
    expect(documentOf(await sync(aGitRepository(smallModel()), server.url, '--json'))).toEqual(stored)
  })

  it('keeps a path that the server is mounted under', async () => {
    const server = await aServer(answering(201, stored))
    await sync(aGitRepository(smallModel()), `${server.url}/lanekeeper`)
    expect(server.received[0]?.url).toBe('/lanekeeper/api/v1/models')
  })
})

describe('a server that cannot be reached is exit 3', () => {
  it.each([
    ['nobody listens', null],
    ['a broken gateway', answering(502, 'Bad gateway', { 'content-type': 'text/html' })],
    ['a redirect, which is not followed: the token is for one server', answering(302, '', { location: 'http://127.0.0.1:9/' })],
    ['a page instead of an answer', answering(200, '<html>sign in</html>', { 'content-type': 'text/html' })],
  ])('%s', async (_, answer) => {
    const url = answer === null ? 'http://127.0.0.1:9' : (await aServer(answer)).url
    const run = await sync(aGitRepository(smallModel()), url, '--json')
    expect(run.exit).toBe(3)
    expect(documentOf(run)).toMatchObject({ error: { code: 'server-unreachable' } })
  })
})

describe('a refusal is exit 2, in the words of the server', () => {
  it('a problem document, with the fields it names', async () => {
    const problem = {
      title: 'Unprocessable',
      code: 'invalid-body',
      detail: 'The body is not a model.',
      errors: [{ path: 'sources.0.text', message: 'too large' }],
    }
    const server = await aServer(answering(422, problem, { 'content-type': 'application/problem+json' }))
    const run = await sync(aGitRepository(smallModel()), server.url)
    expect(run.exit).toBe(2)
    expect(run.notes).toContain('The body is not a model.')
    expect(run.notes).toContain('sources.0.text: too large')
  })

  it('a token that the server does not know', async () => {
    const server = await aServer(answering(401, { detail: 'No such token.', code: 'unauthenticated' }))
    const run = await sync(aGitRepository(smallModel()), server.url)
    expect(run.exit).toBe(2)
    expect(run.notes).toContain('LANEKEEPER_TOKEN')
    expect(run.notes).not.toContain('lk_test')
  })
})

describe('what is missing or wrong is said before anything is sent', () => {
  it.each([
    [{}, 'usage'],
    [{ LANEKEEPER_URL: 'ftp://x', LANEKEEPER_TOKEN: 't' }, 'usage'],
    [{ LANEKEEPER_URL: 'not an address', LANEKEEPER_TOKEN: 't' }, 'usage'],
    [{ LANEKEEPER_URL: 'http://user:secret@127.0.0.1:9', LANEKEEPER_TOKEN: 't' }, 'usage'],
    [{ LANEKEEPER_URL: 'http://127.0.0.1:9' }, 'token-absent'],
    [{ LANEKEEPER_URL: 'http://127.0.0.1:9', LANEKEEPER_TOKEN: 'a\nb' }, 'token-absent'],
  ])('%j: %s', async (env, code) => {
    const run = await runCommand(['sync', '--json'], { cwd: aGitRepository(smallModel()).folder, env: env as Record<string, string> })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code } })
    expect(run.out + run.notes).not.toContain('secret')
  })

  it('a file that is no UTF-8 is not sent: changed into text, it could lose the fault it has here', async () => {
    const server = await aServer(answering(201, stored))
    const repository = aGitRepository(smallModel())
    writeFileSync(join(repository.folder, SMALL_MODEL_PLACES.packageMap), Buffer.from([0x7c, 0xff]))
    const run = await sync(repository, server.url, '--json')
    expect(documentOf(run)).toMatchObject({ error: { code: 'source-not-text' } })
    expect(server.received).toEqual([])
  })
})
