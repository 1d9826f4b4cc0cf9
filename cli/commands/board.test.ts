import { beforeAll, describe, expect, it } from 'vitest'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { aProblem, aRecordingServer } from '#test/cli/recording-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aGitRepository, type GitRepository } from '#test/git-repository.ts'

let repository: GitRepository
let commit = ''
beforeAll(() => {
  repository = aGitRepository(smallModel())
  commit = repository.commit()
})

const STATUSES = ['passed', 'failed', 'missing', 'blocked', 'stale', 'partial', 'pending', 'passed']
const cells = (statuses: readonly string[]) =>
  ELIGIBILITY_ITEMS.map((id, at) => ({ id, status: statuses[at], overlays: at === 2 ? ['debt'] : [], note: '', reasons: [] }))
const board = () => ({
  content: { gitCommit: commit },
  rows: [
    { domain: 'platform-billing', verdict: 'eligible', cells: cells(Array(8).fill('passed')).map((cell) => ({ ...cell, overlays: [] })) },
    { domain: 'gpuaas', verdict: 'not-eligible', cells: cells(STATUSES) },
  ],
})

describe('lanekeeper board', () => {
  it('shows every domain by the eight items, by shape and word, in a terminal that is wide enough', async () => {
    const server = await aRecordingServer(() => ({ status: 200, body: board() }))
    const run = await runCommand(['board'], { cwd: repository.folder, env: server.env, columns: 120 })
    expect(run).toMatchObject({ exit: 0, notes: '' })
    expect(run.out).toBe(`candidate ${commit}

DOMAIN            1       2       3       4       5       6       7       8       VERDICT
platform-billing  +PASS   +PASS   +PASS   +PASS   +PASS   +PASS   +PASS   +PASS   eligible
gpuaas            +PASS   xFAIL   ?MISS!  #BLCK   ~STAL   %PART   .WAIT   +PASS   not-eligible

1:extraction-decision, 2:service-auth, 3:degradation-harness, 4:rollback-tested, 5:profile-gates, 6:consumer-smokes,
7:status-slo, 8:boundary-guards
+PASS passed, xFAIL failed, ?MISS missing, #BLCK blocked, ~STAL stale, %PART partial, .WAIT pending, ! debt
`)
    expect(server.received[0]?.url).toBe('/api/v1/board?repository=platform')
  })

  it.each([40, 60])('folds into a paragraph for each domain at %i columns', async (columns) => {
    const server = await aRecordingServer(() => ({ status: 200, body: board() }))
    const { out } = await runCommand(['board', '--commit', 'HEAD'], { cwd: repository.folder, env: server.env, columns })
    expect(out).toContain('gpuaas  not-eligible\n  +PASS    extraction-decision\n  xFAIL    service-auth\n  ?MISS!   degradation-harness\n')
    expect(out.split('\n').filter((line) => line.length > columns && !line.startsWith('candidate '))).toEqual([])
    expect(server.received[0]?.url).toBe(`/api/v1/board?repository=platform&commit=${commit}`)
  })

  it('--json is the document of the server', async () => {
    const server = await aRecordingServer(() => ({ status: 200, body: board() }))
    const run = await runCommand(['board', '--json', '--tab', 'layers'], { cwd: repository.folder, env: server.env })
    expect(documentOf(run)).toEqual(board())
    expect(server.received[0]?.url).toContain('tab=layers')
  })

  it('hides nothing that a server may put into a name', async () => {
    const body = { content: null, rows: [{ domain: 'a\u001b[2Jb', verdict: 'unknown', cells: cells(STATUSES) }] }
    const server = await aRecordingServer(() => ({ status: 200, body }))
    const { out } = await runCommand(['board'], { cwd: repository.folder, env: server.env })
    expect(out).not.toContain('\u001b')
    expect(out).toContain('no candidate yet')
  })
})

describe('a status that this version does not know', () => {
  it('is a fault: guessed, it could come out as better than it is', async () => {
    const server = await aRecordingServer(() => ({
      status: 200,
      body: { rows: [{ domain: 'x', verdict: 'eligible', cells: cells(['superb']) }] },
    }))
    expect((await runCommand(['board'], { cwd: repository.folder, env: server.env })).exit).toBe(2)
  })
})

describe('a command that only happens to be started in another repository', () => {
  it('is answered for the only one that the server has, and says so; named with --repo it is refused', async () => {
    const server = await aRecordingServer(({ url }) =>
      url.includes('repository=') ? aProblem(404, 'repository-unknown', 'No model of platform.') : { status: 200, body: board() },
    )
    const by = (...words: string[]) => runCommand(['board', ...words], { cwd: repository.folder, env: server.env })
    expect(await by()).toMatchObject({ exit: 0, notes: expect.stringContaining('the only repository it has') })
    expect(await by('--repo', '.')).toMatchObject({ exit: 2, notes: expect.stringContaining('No model of platform.') })
  })
})

describe('lanekeeper eligibility', () => {
  const reason = {
    code: 'x',
    text: 'The harness failed.',
    refs: [],
    actors: ['@gpuaas'],
    next: { label: 'run it', command: 'make harness' },
  }
  const items = (open: readonly string[]) =>
    ELIGIBILITY_ITEMS.map((id, at) => ({
      id,
      number: at + 1,
      claim: `Claim of ${id}.`,
      status: open.includes(id) ? 'failed' : 'passed',
      overlays: [],
      reasons: open.includes(id) ? [reason] : [],
      evidence: [],
    }))
  const answer = (verdict: string, open: readonly string[]) => ({
    domain: 'gpuaas',
    content: { gitCommit: commit },
    verdict,
    items: items(open),
    unmet: open,
  })

  it.each([
    ['eligible', [], 0],
    ['not-eligible', ['degradation-harness'], 1],
    ['unknown', ['degradation-harness'], 1],
  ])('%s with %j open is exit %i', async (verdict, open, exit) => {
    const server = await aRecordingServer(() => ({ status: 200, body: answer(verdict, open) }))
    const run = await runCommand(['eligibility', 'gpuaas', '--json'], { cwd: repository.folder, env: server.env })
    expect(run.exit).toBe(exit)
    expect(documentOf(run)).toMatchObject({ verdict })
    expect(server.received[0]?.url).toBe('/api/v1/domains/gpuaas/eligibility?repository=platform')
  })

  it('lists the eight, and of an open one why, who can move it and the next command', async () => {
    const server = await aRecordingServer(() => ({ status: 200, body: answer('not-eligible', ['degradation-harness']) }))
    const { out } = await runCommand(['eligibility', 'gpuaas'], { cwd: repository.folder, env: server.env })
    expect(out).toContain('gpuaas  NOT-ELIGIBLE  1 of 8 items open')
    expect(out).toContain(
      '3 xFAIL    degradation-harness\n    Claim of degradation-harness.\n    The harness failed. Who: @gpuaas. Next: run it:\n      make harness\n',
    )
    expect(out.match(/^\d [+x]/gm)).toHaveLength(8)
  })

  it('a domain that the server does not know is exit 2', async () => {
    const server = await aRecordingServer(() => aProblem(404, 'domain-unknown', 'There is no such domain.'))
    expect((await runCommand(['eligibility', 'nobody'], { cwd: repository.folder, env: server.env })).exit).toBe(2)
  })
})
