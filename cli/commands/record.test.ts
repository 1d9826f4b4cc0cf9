import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aProblem, aRecordingServer, NOWHERE, TEST_TOKEN } from '#test/cli/recording-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository, type GitRepository } from '#test/git-repository.ts'

const GATE = 'platform-billing/local/unit'
const RESULT = ['--result', 'passed', '--command', 'go test ./packages/platform/billing']

let repository: GitRepository
let [commit, tree] = ['', '']
beforeAll(() => {
  repository = aGitRepository(smallModel())
  commit = repository.commit()
  tree = repository.git('rev-parse', 'HEAD^{tree}')
})

function record(words: readonly string[], env: Readonly<Record<string, string>>) {
  return runCommand(['record', ...words], { cwd: repository.folder, env: { LANEKEEPER_DATA: aFolder('data'), ...env } })
}

describe('lanekeeper record says of a result what it speaks for', () => {
  it('HEAD and its tree, with the exact command, under a key of its own', async () => {
    const server = await aRecordingServer()
    const run = await record([GATE, ...RESULT, '--json'], server.env)
    expect(run).toMatchObject({ exit: 0, notes: '' })
    const [request] = server.received
    expect(request?.url).toBe('/api/v1/evidence?repository=platform')
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${TEST_TOKEN}`,
      'idempotency-key': expect.stringMatching(/^[\da-f-]{36}$/),
    })
    expect(request?.body).toEqual({
      gate: GATE,
      result: 'passed',
      content: { gitCommit: commit, gitTree: tree },
      command: 'go test ./packages/platform/billing',
    })
    expect(documentOf(run)).toMatchObject({ id: expect.any(String), gate: GATE })
  })

  it.each([
    ['a commit of this clone brings its tree', () => ['--commit', commit], () => ({ gitCommit: commit, gitTree: tree })],
    ['a branch is the commit it names now', () => ['--commit', 'main'], () => ({ gitCommit: commit, gitTree: tree })],
    ['a commit that is elsewhere stands alone', () => ['--commit', 'a'.repeat(40)], () => ({ gitCommit: 'a'.repeat(40) })],
    ['a tree', () => ['--tree', 'b'.repeat(40)], () => ({ gitTree: 'b'.repeat(40) })],
    ['an artifact', () => ['--digest', `sha256:${'c'.repeat(64)}`], () => ({ sha256: 'c'.repeat(64) })],
    [
      'a commit and the artifact that was built from it',
      () => ['--commit', commit, '--digest', 'c'.repeat(64)],
      () => ({ gitCommit: commit, gitTree: tree, sha256: 'c'.repeat(64) }),
    ],
  ])('%s', async (_, words, content) => {
    const server = await aRecordingServer()
    expect((await record([GATE, ...RESULT, ...words()], server.env)).exit).toBe(0)
    expect(server.received[0]?.body.content).toEqual(content())
  })

  it('counts of a report, digests of artifacts, the run it belongs to, and what it answers', async () => {
    const server = await aRecordingServer()
    const folder = aFolder()
    const xml =
      '<testsuite><testcase name="a"/><testcase name="b"><skipped message="needs a GPU"/></testcase><testcase name="c"><failure/></testcase></testsuite>'
    writeFileSync(join(folder, 'junit.xml'), xml)
    writeFileSync(join(folder, 'worker.tar'), 'the artifact')
    const [run, before] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
    const done = await record(
      [
        ...[GATE, '--result', 'failed', '--command', 'make unit', '--exit-code', '1', '--profile', 'platform-control'],
        ...['--junit', join(folder, 'junit.xml'), '--artifact', join(folder, 'worker.tar'), '--run', run, '--run-id', 'nightly-7'],
        ...['--attempt', '2', '--supersedes', before, '--started', '2026-11-24T08:00:00Z', '--finished', '2026-11-24T08:01:00Z'],
      ],
      server.env,
    )
    expect(done.exit).toBe(0)
    expect(server.received[0]?.body).toMatchObject({
      result: 'failed',
      exitCode: 1,
      profile: 'platform-control',
      counts: { executed: 2, passed: 1, failed: 1, skipped: 1 },
      reason: expect.stringContaining('needs a GPU'),
      artifacts: [{ name: join(folder, 'worker.tar'), sha256: createHash('sha256').update('the artifact').digest('hex') }],
      runId: run,
      ci: { provider: 'manual', id: 'nightly-7', attempt: 2 },
      supersedes: [before],
      startedAt: '2026-11-24T08:00:00Z',
      finishedAt: '2026-11-24T08:01:00Z',
    })
  })

  it('the run of GitHub Actions and of GitLab, as they say it themselves', async () => {
    const server = await aRecordingServer()
    const github = {
      GITHUB_RUN_ID: '77',
      GITHUB_RUN_ATTEMPT: '3',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/platform',
    }
    const gitlab = {
      CI_PIPELINE_ID: '88',
      CI_JOB_NAME: 'unit 1/2',
      CI_JOB_URL: 'https://gitlab.example/j/9',
      CI_PIPELINE_CREATED_AT: '2026-11-24T08:00:00Z',
      CI_JOB_STARTED_AT: '2026-11-24T08:00:30Z',
    }
    await record([GATE, ...RESULT], { ...server.env, ...github, LANEKEEPER_RUN: 'from-the-environment' })
    await record([GATE, ...RESULT], { ...server.env, ...gitlab })
    expect(server.received.map(({ body }) => body.ci)).toEqual([
      { provider: 'github-actions', id: '77', attempt: 3, url: 'https://github.com/acme/platform/actions/runs/77/attempts/3' },
      { provider: 'gitlab', id: '88/unit 1/2', attempt: 31, url: 'https://gitlab.example/j/9' },
    ])
    expect(server.received[0]?.body.runId).toBe('from-the-environment')
  })
})

describe('what is wrong is exit 2, said before anything is sent', () => {
  it.each([
    [['no-gate', ...RESULT], 'usage'],
    [[GATE, '--command', 'x'], 'usage'],
    [[GATE, '--result', 'passed'], 'usage'],
    [[GATE, '--result', 'green', '--command', 'x'], 'usage'],
    [[GATE, ...RESULT, '--commit', 'abcdef1'], 'content-refused'],
    [[GATE, ...RESULT, '--commit', 'A'.repeat(40)], 'content-refused'],
    [[GATE, ...RESULT, '--commit', '--all'], 'revision-refused'],
    [[GATE, ...RESULT, '--commit', 'no-such-branch'], 'revision-unknown'],
    [[GATE, ...RESULT, '--tree', 'main'], 'content-refused'],
    [[GATE, ...RESULT, '--digest', 'sha256:12'], 'content-refused'],
    [[GATE, ...RESULT, '--attempt', '0'], 'usage'],
    [[GATE, ...RESULT, '--exit-code', 'one'], 'usage'],
    [[GATE, ...RESULT, '--junit', 'absent.xml'], 'file-unreadable'],
    [[GATE, ...RESULT, '--junit', 'lanekeeper.yaml'], 'report-unreadable'],
    [[GATE, ...RESULT, '--artifact', 'absent.tar'], 'file-unreadable'],
    [[GATE, '--from', '-'], 'usage'],
  ])('%j: %s', async (words, code) => {
    const server = await aRecordingServer()
    const run = await record([...words, '--json'], server.env)
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code } })
    expect(server.received).toEqual([])
  })

  it('a refusal of the server, with the fields it names; it is not kept for later', async () => {
    const server = await aRecordingServer(() =>
      aProblem(422, 'invalid-body', 'The body is wrong.', [{ path: 'exitCode', message: 'must be 0' }]),
    )
    const data = aFolder('data')
    const run = await record([GATE, ...RESULT, '--exit-code', '1'], { ...server.env, LANEKEEPER_DATA: data })
    expect(run.exit).toBe(2)
    expect(run.notes).toContain('The body is wrong. exitCode: must be 0')
    expect(readdirSync(join(data, 'spool'))).toEqual([])
  })
})

describe('a server that cannot be reached is exit 3, and what had to be sent is in the spool', () => {
  it.each([
    ['nobody listens', null],
    ['the connection breaks off', () => null],
    ['it is in trouble', () => aProblem(503, 'database-unavailable', 'Away.')],
    ['it asks to wait', () => aProblem(429, 'too-many-requests', 'Wait.')],
    ['a proxy answers with a page', () => ({ status: 404, body: '<html>', type: 'text/html' })],
  ])('%s', async (_, answer) => {
    const data = aFolder('data')
    const env = answer === null ? NOWHERE : (await aRecordingServer(answer)).env
    const run = await record([GATE, ...RESULT, '--json'], { ...env, LANEKEEPER_DATA: data })
    expect(run.exit).toBe(3)
    expect(run.notes).toContain('lanekeeper flush')
    const [name = '', ...others] = readdirSync(join(data, 'spool'))
    expect(others).toEqual([])
    expect(documentOf(run)).toMatchObject({ spooled: join(data, 'spool', name) })
    const text = readFileSync(join(data, 'spool', name), 'utf8')
    expect(JSON.parse(JSON.parse(text).body)).toMatchObject({ gate: GATE, content: { gitCommit: commit } })
    expect(text).not.toContain(TEST_TOKEN)
    expect(statSync(join(data, 'spool')).mode & 0o777).toBe(0o700)
    expect(statSync(join(data, 'spool', name)).mode & 0o777).toBe(0o600)
  })

  it('a spool that cannot be written, too: then it is said that nothing is kept', async () => {
    const file = join(aFolder(), 'a-file')
    writeFileSync(file, '')
    const run = await record([GATE, ...RESULT, '--json'], { ...NOWHERE, LANEKEEPER_DATA: file })
    expect(run.exit).toBe(3)
    expect(documentOf(run)).toMatchObject({ error: { code: 'spool-unusable', message: expect.stringContaining('nothing is kept') } })
  })
})

describe('--from records many results at once', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => JSON.stringify({ gate: GATE, result: 'passed', command: `run ${at}` })).join('\n')

  it('in batches that the server takes, about HEAD where a line does not say', async () => {
    const server = await aRecordingServer()
    const run = await runCommand(['record', '--from', '-', '--json'], {
      cwd: repository.folder,
      env: { ...server.env, LANEKEEPER_DATA: aFolder('data') },
      input: lines(450),
    })
    expect(run.exit).toBe(0)
    expect(server.received.map(({ body }) => body.length)).toEqual([200, 200, 50])
    expect(server.received[2]?.body[49]).toEqual({
      gate: GATE,
      result: 'passed',
      command: 'run 449',
      content: { gitCommit: commit, gitTree: tree },
    })
    expect(documentOf<{ items: unknown[] }>(run).items).toHaveLength(450)
  })

  it('once, however often the same file is given', async () => {
    const server = await aRecordingServer()
    const file = join(aFolder(), 'results.ndjson')
    writeFileSync(file, lines(3))
    expect((await record(['--from', file], server.env)).out).toBe('3 results recorded, 0 recorded before, 0 kept in the spool\n')
    expect((await record(['--from', file], server.env)).out).toBe('0 results recorded, 3 recorded before, 0 kept in the spool\n')
    expect(server.kept.size).toBe(1)
  })

  it('and sends nothing when a line is no result', async () => {
    const server = await aRecordingServer()
    const file = join(aFolder(), 'results.ndjson')
    writeFileSync(file, `${lines(2)}\n[1]\n`)
    const run = await record(['--from', file], server.env)
    expect(run.exit).toBe(2)
    expect(run.notes).toContain('results.ndjson:3')
    expect(server.received).toEqual([])
  })
})

describe('the repository that a result is for', () => {
  const unknown = (url: string) =>
    url.includes('repository=platform') ? aProblem(404, 'repository-unknown', 'No such repository.') : undefined

  it('is refused where its content comes from one that the server does not know', async () => {
    const server = await aRecordingServer(({ url }) => unknown(url))
    expect(await record([GATE, ...RESULT], server.env)).toMatchObject({ exit: 2, notes: expect.stringContaining('No such repository') })
  })

  it('is the only one that the server has where content is named and the command was only started there', async () => {
    const server = await aRecordingServer(({ url }) => unknown(url))
    expect((await record([GATE, ...RESULT, '--commit', 'd'.repeat(40)], server.env)).exit).toBe(0)
    expect(server.received.map(({ url }) => url)).toEqual(['/api/v1/evidence?repository=platform', '/api/v1/evidence'])
  })
})
