import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aProblem, aRecordingServer, NOWHERE, TEST_TOKEN } from '#test/cli/recording-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository, GIT_TEST_ENVIRONMENT, type GitRepository, withoutGit } from '#test/git-repository.ts'

const BIN = resolve('bin/lanekeeper')
const GATE = 'platform-billing/local/unit'
const node = (script: string) => [process.execPath, '-e', script]

let repository: GitRepository
let [commit, tree] = ['', '']
beforeAll(() => {
  repository = aGitRepository({ ...smallModel(), 'packages/platform/billing/ledger.go': 'package billing\n' })
  commit = repository.commit()
  tree = repository.git('rev-parse', 'HEAD^{tree}')
})

function run(words: readonly string[], env: Readonly<Record<string, string>>, command: readonly string[]) {
  const around = { cwd: repository.folder, env: { LANEKEEPER_DATA: aFolder('data'), ...env } }
  return runCommand(['run', GATE, ...words, '--', ...command], around)
}

describe('lanekeeper run ends as the command ends, and records what came of it', () => {
  it.each([
    ['success', node(''), 0, { result: 'passed', exitCode: 0 }],
    ['failure', node('process.exit(7)'), 7, { result: 'failed', exitCode: 7 }],
    ['a signal', node("process.kill(process.pid, 'SIGKILL')"), 137, { result: 'error', exitCode: 137, reason: 'it was ended by SIGKILL' }],
    ['a command that is not there', ['no-such-program', 'x'], 127, { result: 'error', exitCode: 127 }],
    ['a file that is no program', ['./lanekeeper.yaml'], 126, { result: 'error', exitCode: 126 }],
    ['a line for a shell', ['exit 3 # a comment'], 3, { result: 'failed', command: 'exit 3 # a comment' }],
    ['a line whose program is not there', ['no-such-program x'], 127, { result: 'error', exitCode: 127 }],
  ])('%s', async (_, command, status, body) => {
    const server = await aRecordingServer()
    const ran = await run(['--profile', 'platform-control'], server.env, command)
    expect(ran.exit).toBe(status)
    expect(server.received.map((each) => each.body)).toEqual([
      expect.objectContaining({ gate: GATE, profile: 'platform-control', content: { gitCommit: commit, gitTree: tree }, ...body }),
    ])
    const { startedAt, finishedAt } = server.received[0]?.body ?? {}
    expect(Date.parse(finishedAt)).toBeGreaterThanOrEqual(Date.parse(startedAt))
    expect(ran.notes).toContain(`${GATE} ${body.result}, recorded as evidence`)
  })

  it('records the exact command, as a shell would read it', async () => {
    const server = await aRecordingServer()
    await run([], server.env, ['echo', 'a b', "it's", '--flag=1'])
    expect(server.received[0]?.body.command).toBe(`echo 'a b' 'it'\\''s' --flag=1`)
  })

  it('gives the command no token to speak for itself with', async () => {
    const server = await aRecordingServer()
    const file = join(aFolder(), 'seen')
    const script = `require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.env))`
    await run([], server.env, node(script))
    const seen = readFileSync(file, 'utf8')
    expect(JSON.parse(seen)).toMatchObject({ LANEKEEPER_GATE: GATE, LANEKEEPER_URL: server.url })
    expect(seen).not.toContain(TEST_TOKEN)
  })
})

describe('a report that says otherwise, or that nobody can read, is no pass', () => {
  const report = (xml: string) => {
    const file = join(aFolder(), 'junit.xml')
    writeFileSync(file, xml)
    return file
  }

  it.each([
    ['a failure in the report', '<testsuite><testcase name="a"><failure/></testcase></testsuite>', { result: 'failed', exitCode: 0 }],
    ['no test at all', '<testsuite/>', { result: 'passed', counts: { executed: 0, passed: 0, failed: 0, skipped: 0 } }],
    ['a report that breaks off', '<testsuite><testcase name="a">', { result: 'error', reason: expect.stringContaining('junit.xml:1') }],
  ])('%s', async (_, xml, body) => {
    const server = await aRecordingServer()
    expect((await run(['--junit', report(xml)], server.env, node(''))).exit).toBe(0)
    expect(server.received[0]?.body).toMatchObject(body)
  })

  it('a file that was promised and is not there', async () => {
    const server = await aRecordingServer()
    const ran = await run(['--artifact', 'absent.tar', '--junit', 'absent.xml'], server.env, node(''))
    expect(ran.exit).toBe(0)
    expect(server.received[0]?.body).toMatchObject({ result: 'error', reason: expect.stringMatching(/absent\.xml.*absent\.tar/) })
    expect(ran.notes).toContain('absent.tar')
  })

  it('findings are sent as the guard wrote them', async () => {
    const server = await aRecordingServer()
    const file = report('fingerprint\tguard\trule\tpath\tfirst_seen\n')
    await run(['--findings', file], server.env, node(''))
    expect(server.received[0]?.body.findings).toBe('fingerprint\tguard\trule\tpath\tfirst_seen\n')
  })
})

describe('a result never names a commit that it did not run on', () => {
  it('where a tracked file differs from HEAD, it speaks for the tree that lies there', async () => {
    const server = await aRecordingServer()
    const other = aGitRepository(smallModel())
    other.commit()
    other.write({ 'lanekeeper.yaml': 'version: 1\nrepository: platform\n# changed\n', 'new.txt': 'untracked' })
    const before = other.git('status', '--porcelain')
    const ran = await runCommand(['run', GATE, '--', ...node('')], {
      cwd: other.folder,
      env: { ...server.env, LANEKEEPER_DATA: aFolder('data') },
    })
    expect(ran.notes).toContain('differ from HEAD')
    expect(other.git('status', '--porcelain')).toBe(before)
    other.git('add', '-u')
    expect(server.received[0]?.body.content).toEqual({ gitTree: other.git('write-tree') })
  })

  it('a file that was only touched is no difference', async () => {
    const server = await aRecordingServer()
    repository.write({ 'packages/platform/billing/ledger.go': 'package billing\n' })
    await run([], server.env, node(''))
    expect(server.received[0]?.body.content).toEqual({ gitCommit: commit, gitTree: tree })
  })

  it('content that is named is what it speaks for, as for a smoke against something deployed', async () => {
    const server = await aRecordingServer()
    await run(['--commit', 'e'.repeat(40), '--digest', `sha256:${'f'.repeat(64)}`], server.env, node(''))
    expect(server.received[0]?.body.content).toEqual({ gitCommit: 'e'.repeat(40), sha256: 'f'.repeat(64) })
  })
})

describe("the command's status stands, whatever the server says", () => {
  it.each([
    ['a server that is away', null, /kept in the spool/, 'spool'],
    ['a token that it does not know', () => aProblem(401, 'unauthenticated', 'No such token.'), /waits in the spool/, 'spool'],
    ['a gate that it does not know', () => aProblem(422, 'gate-unknown', 'No such gate.'), /put aside/, 'spool/refused'],
  ])('%s', async (_, answer, says, place) => {
    const data = aFolder('data')
    const env = answer === null ? NOWHERE : (await aRecordingServer(answer)).env
    for (const status of [0, 4]) {
      const ran = await run([], { ...env, LANEKEEPER_DATA: data }, node(`process.exit(${status})`))
      expect(ran.exit).toBe(status)
      expect(ran.notes).toMatch(says)
    }
    expect(readdirSync(join(data, place)).filter((name) => name.endsWith('.json'))).toHaveLength(2)
  })

  it.each([
    ['no server is named', {}],
    ['no token is given', { LANEKEEPER_URL: 'http://127.0.0.1:9' }],
  ])('but where %s nothing is run: the result would be lost', async (_, env) => {
    const file = join(aFolder(), 'ran')
    const ran = await run([], env as Record<string, string>, ['touch', file])
    expect(ran.exit).toBe(2)
    expect(existsSync(file)).toBe(false)
  })
})

describe('in a process of its own', () => {
  const env = (more: Readonly<Record<string, string>>) => ({
    ...withoutGit(),
    ...GIT_TEST_ENVIRONMENT,
    LANEKEEPER_DATA: aFolder('data'),
    ...more,
  })

  it('both outputs go through unchanged, and so does the input', () => {
    const script = "process.stdin.on('data', (d) => { process.stdout.write(d); process.stderr.write('\\u001b[31mred\\r') })"
    const ran = spawnSync(BIN, ['run', GATE, '--', ...node(script)], { cwd: repository.folder, env: env(NOWHERE), input: 'in\0put' })
    expect(ran.stdout.toString()).toBe('in\0put')
    expect(ran.stderr.toString().startsWith('\u001b[31mred\rlanekeeper: ')).toBe(true)
  })

  it('--json keeps standard output for one document', async () => {
    const server = await aRecordingServer()
    const child = spawn(BIN, ['run', GATE, '--json', '--', 'echo', 'hello'], { cwd: repository.folder, env: env(server.env) })
    const [out, notes] = await Promise.all([textOfStream(child.stdout), textOfStream(child.stderr)])
    expect(documentOf({ out, notes, exit: 0 })).toMatchObject({
      version: 1,
      gate: GATE,
      result: 'passed',
      exitCode: 0,
      content: { gitCommit: commit, gitTree: tree },
      evidence: { id: expect.any(String) },
      spooled: null,
      problem: null,
    })
    expect(notes).toContain('hello\n')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('%s is passed on, and how the command ended is still recorded', async (signal) => {
    const server = await aRecordingServer()
    const script = `process.on('${signal}', () => process.exit(9)); setInterval(() => {}, 1000); console.log('ready')`
    const child = spawn(BIN, ['run', GATE, '--', ...node(script)], { cwd: repository.folder, env: env(server.env) })
    await new Promise((ready) => child.stdout.once('data', ready))
    child.kill(signal)
    expect(await new Promise((done) => child.on('close', done))).toBe(9)
    expect(server.received[0]?.body).toMatchObject({ result: 'failed', exitCode: 9 })
  })
})

async function textOfStream(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}
