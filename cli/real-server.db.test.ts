import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOWHERE } from '#test/cli/recording-server.ts'
import { type CommandRun, documentOf, runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository, type GitRepository } from '#test/git-repository.ts'
import { aServedApi, type ServedApi } from '#test/served-api.ts'

const UNIT = 'platform-billing/local/unit'
const SMOKE = 'platform-billing/smoke/precheck'
const FAST = `  hotfix-fast:
    kind: fast
    mode: enforcing
    may_skip: [consumer-smoke]
    smoke: global/hotfix-smoke
    max_evidence_age: 72h
    rollback_gate: global/rollback-drill
`

let server: ServedApi
let repository: GitRepository
let data = ''

beforeAll(async () => {
  server = await aServedApi()
  data = aFolder('data')
  const model = smallModel()
  repository = aGitRepository({
    ...model,
    'doc/governance/release-profiles.yaml': `${model['doc/governance/release-profiles.yaml']}${FAST}`,
  })
  repository.commit('A model')
  repository.write({ 'packages/platform/billing/ledger.go': 'package billing\n' }).commit('A change')
  expect((await command('sync')).exit).toBe(0)
})
afterAll(() => server.close())

const commandWith = (env: Readonly<Record<string, string>>, words: readonly string[]): Promise<CommandRun> =>
  runCommand(words, { cwd: repository.folder, env: { ...server.env, LANEKEEPER_DATA: data, ...env } })
const command = (...words: string[]) => commandWith({}, words)

async function list<T>(path: string): Promise<T[]> {
  const answer = await fetch(`${server.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${server.token}` } })
  return ((await answer.json()) as { items: T[] }).items
}

describe('the command line and the server, from plan to verdict', () => {
  it('what was announced and not shown is missing, and is debt; the rest is what it was', async () => {
    const announced = documentOf<{ planId: string; run: { id: string; gates: string[] } }>(
      await command('announce', '--base', 'HEAD~1', '--profile', 'platform-control', '--json'),
    )
    const { id, gates } = announced.run
    expect(gates).toEqual(expect.arrayContaining(['global/contracts', UNIT, SMOKE]))
    expect(await command('check')).toMatchObject({ exit: 5, out: expect.stringContaining('WAITING') })
    const report = join(aFolder(), 'junit.xml')
    writeFileSync(report, '<testsuite><testcase name="a"/><testcase name="b"/></testsuite>')
    for (const gate of gates.filter((each) => each !== SMOKE)) {
      expect((await command('run', gate, '--run', id, '--junit', report, '--', process.execPath, '-e', '')).exit).toBe(0)
    }
    expect(await command('close', id)).toMatchObject({ exit: 0 })
    const check = await command('check')
    expect(check.exit).toBe(1)
    expect(check.out).toContain(`1 gate not satisfied\n  ?MISS!   ${SMOKE}\n`)
    expect(documentOf(await command('check', '--json'))).toMatchObject({ verdict: 'no-go', unsatisfied: [SMOKE] })
    expect(await list('debt')).toMatchObject([{ kind: 'hidden-skip', gate: SMOKE, closedAt: null }])
    await command('record', SMOKE, '--result', 'passed', '--command', 'make smoke-precheck', '--exit-code', '0')
    expect(await command('check')).toMatchObject({ exit: 0, out: expect.stringContaining('GO  ') })
    expect(await list('debt')).toMatchObject([{ kind: 'hidden-skip', closedAt: expect.any(String) }])
  })

  it('a failure, a retry that makes it good, a failure of another run that a pass answers by name', async () => {
    const results = (...words: string[]) => command('record', UNIT, '--command', 'go test ./packages/platform/billing', '--json', ...words)
    await results('--result', 'failed', '--exit-code', '1', '--run-id', 'nightly')
    expect((await command('check')).exit).toBe(1)
    await results('--result', 'passed', '--run-id', 'nightly', '--attempt', '2')
    expect((await command('check')).exit).toBe(0)
    const failed = documentOf<{ id: string }>(await results('--result', 'failed', '--exit-code', '1', '--run-id', 'other'))
    expect((await command('check')).exit).toBe(1)
    await results('--result', 'passed', '--run-id', 'third', '--supersedes', failed.id)
    expect((await command('check')).exit).toBe(0)
  })

  it('a skip with its proof, and one without', async () => {
    const passed = documentOf<{ id: string }>(await command('record', SMOKE, '--result', 'passed', '--command', 'make smoke', '--json'))
    const skip = (...words: string[]) =>
      command('skip', SMOKE, '--profile', 'hotfix-fast', '--reason', 'nothing it reads has changed', ...words)
    expect(await skip('--prior', passed.id)).toMatchObject({ exit: 0, out: expect.stringContaining('accepted') })
    expect(await skip()).toMatchObject({ exit: 1, out: expect.stringContaining('refused: no-evidence') })
    for (const [gate, profile] of [
      [UNIT, 'hotfix-fast'],
      [SMOKE, 'nobody'],
    ] as const) {
      const run = await command('skip', gate, '--profile', profile, '--reason', 'slow', '--prior', passed.id)
      expect(run).toMatchObject({ exit: 1, out: expect.stringContaining('refused: not-authorised') })
    }
  })

  it.each([
    [['record', 'platform-billing/local/unknown', '--result', 'passed', '--command', 'x'], 'gate'],
    [['record', UNIT, '--result', 'passed', '--command', 'x', '--exit-code', '1'], 'exitCode'],
    [['record', UNIT, '--result', 'passed', '--command', 'x', '--started', 'yesterday'], 'startedAt'],
    [['record', UNIT, '--result', 'passed', '--command', 'x', '--supersedes', 'nothing'], 'supersedes'],
    [['record', UNIT, '--result', 'passed', '--command', 'x', '--run', '99999999-9999-4999-8999-999999999999'], 'runId'],
    [['skip', 'platform-billing/smoke/unknown', '--profile', 'hotfix-fast', '--reason', 'x'], 'gate'],
  ])('%j is exit 2 and names the field', async (words, field) => {
    const run = await command(...words)
    expect(run.exit).toBe(2)
    expect(run.notes).toMatch(new RegExp(`refused \\(4\\d\\d\\).*${field}`))
  })

  it('the audit chain holds, here and exported', async () => {
    expect(await command('audit', 'verify')).toMatchObject({ exit: 0 })
    const file = join(aFolder(), 'audit.ndjson')
    writeFileSync(file, (await command('audit', 'export')).out)
    expect(await command('audit', 'verify', '--export', file)).toMatchObject({ exit: 0 })
  })
})

describe('the spool against the real server', () => {
  it('delivers exactly once, by two at the same time, with one bad item among them', async () => {
    const commit = 'a'.repeat(40)
    const spooled = (gate: string, name: string) =>
      commandWith(NOWHERE, ['record', gate, '--result', 'passed', '--command', name, '--commit', commit])
    for (let at = 0; at < 8; at++) expect((await spooled(UNIT, `spooled ${at}`)).exit).toBe(3)
    await spooled('platform-billing/local/unknown', 'bad')
    const exits = (await Promise.all([command('flush'), command('flush')])).map(({ exit }) => exit)
    expect(exits).toContain(1)
    const items = await list<{ command: string }>(`evidence?content=${commit}&limit=200`)
    expect(items.map((item) => item.command).sort()).toEqual(Array.from({ length: 8 }, (_, at) => `spooled ${at}`))
    expect(readdirSync(join(data, 'spool')).filter((name) => name.endsWith('.json'))).toEqual([])
    expect(readdirSync(join(data, 'spool', 'refused'))).toHaveLength(2)
  })
})
