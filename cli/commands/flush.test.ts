import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aProblem, aRecordingServer, NOWHERE, TEST_TOKEN } from '#test/cli/recording-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository, type GitRepository } from '#test/git-repository.ts'

const GATE = 'platform-billing/local/unit'

let repository: GitRepository
let data = ''
beforeAll(() => {
  repository = aGitRepository(smallModel())
  repository.commit()
})
beforeEach(() => {
  data = aFolder('data')
})

const command = (words: readonly string[], env: Readonly<Record<string, string>>) =>
  runCommand(words, { cwd: repository.folder, env: { LANEKEEPER_DATA: data, ...env } })
const spool = (name: string) => command(['record', GATE, '--result', 'passed', '--command', name], NOWHERE)
const flush = (env: Readonly<Record<string, string>>, ...words: string[]) => command(['flush', ...words], env)
const waiting = () => readdirSync(join(data, 'spool')).filter((name) => name.endsWith('.json'))

describe('lanekeeper flush delivers what waits, and takes out only what the server keeps', () => {
  it('oldest first, evidence and skips, under the keys that they were made with', async () => {
    for (const name of ['first', 'second']) await spool(name)
    await command(['skip', GATE, '--profile', 'fast', '--reason', 'no change'], NOWHERE)
    const server = await aRecordingServer()
    expect(await flush(server.env)).toMatchObject({ exit: 0, out: '3 delivered, 0 refused, 0 left\n' })
    expect(server.received.map(({ url }) => url.replace(/\?.*/, ''))).toEqual(['/api/v1/evidence', '/api/v1/evidence', '/api/v1/skips'])
    expect(server.received.map(({ body }) => body.command ?? body.reason)).toEqual(['first', 'second', 'no change'])
    expect(waiting()).toEqual([])
    expect(await flush({})).toMatchObject({ exit: 0, out: 'nothing waits in the spool\n' })
  })

  it('what was kept before a crash is delivered again and kept once: 200 is as good as 201', async () => {
    await spool('once')
    const [name = ''] = waiting()
    const text = readFileSync(join(data, 'spool', name))
    const server = await aRecordingServer()
    await flush(server.env)
    writeFileSync(join(data, 'spool', name), text)
    expect((await flush(server.env)).exit).toBe(0)
    expect(server.received).toHaveLength(2)
    expect(server.kept.size).toBe(1)
  })

  it('two at once deliver once', async () => {
    for (let at = 0; at < 10; at++) await spool(`run ${at}`)
    const server = await aRecordingServer()
    const runs = await Promise.all([flush(server.env), flush(server.env)])
    expect(runs.map(({ exit }) => exit)).toEqual([0, 0])
    expect(server.kept.size).toBe(10)
    expect(waiting()).toEqual([])
  })
})

describe('what the server does not want is put aside with its problem, exit 1', () => {
  it('and the others are delivered', async () => {
    for (const name of ['good', 'bad', 'fine']) await spool(name)
    writeFileSync(join(data, 'spool', '0-torn.json'), '{"version":1')
    const server = await aRecordingServer(({ body }) =>
      body.command === 'bad' ? aProblem(422, 'gate-unknown', 'No such gate.', [{ path: 'gate', message: 'is unknown' }]) : undefined,
    )
    const run = await flush(server.env)
    expect(run.exit).toBe(1)
    expect(run.out).toContain('2 delivered, 2 refused, 0 left')
    expect(run.out).toContain('No such gate. gate: is unknown')
    const aside = join(data, 'spool', 'refused')
    const [item = ''] = readdirSync(aside).filter((name) => name.endsWith('.json') && !name.startsWith('0-torn'))
    expect(JSON.parse(JSON.parse(readFileSync(join(aside, item), 'utf8')).body).command).toBe('bad')
    expect(JSON.parse(readFileSync(join(aside, item.replace(/json$/, 'problem')), 'utf8'))).toMatchObject({ code: 'gate-unknown' })
    expect(existsSync(join(aside, '0-torn.problem'))).toBe(true)
    expect(await flush(server.env)).toMatchObject({ exit: 0 })
  })
})

describe('everything stays where it is', () => {
  it.each([
    ['while the server is away: exit 3', null, 3],
    ['while it is in trouble: exit 3', () => aProblem(503, 'server-busy', 'Busy.'), 3],
    ['while it asks to wait: exit 3', () => aProblem(429, 'too-many-requests', 'Wait.'), 3],
    ['while a proxy answers in its place: exit 3', () => ({ status: 404, body: '<html>', type: 'text/html' }), 3],
    ['while the token is wrong: exit 2', () => aProblem(401, 'unauthenticated', 'No such token.'), 2],
    ['while the token may not: exit 2', () => aProblem(403, 'forbidden', 'Not for this gate.'), 2],
  ])('%s', async (_, answer, exit) => {
    for (const name of ['one', 'two']) await spool(name)
    const server = answer === null ? null : await aRecordingServer(answer)
    const run = await flush(server?.env ?? NOWHERE, '--json')
    expect(run.exit).toBe(exit)
    expect(documentOf(run)).toMatchObject({ version: 1, delivered: 0, refused: [], left: 2, error: { code: expect.any(String) } })
    expect(server?.received.length ?? 1).toBe(1)
    expect(waiting()).toHaveLength(2)
    expect(run.out + run.notes).not.toContain(TEST_TOKEN)
  })
})
