import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, aProblem, aRecordingServer, NOWHERE } from '#test/cli/recording-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aGitRepository, type GitRepository } from '#test/git-repository.ts'

let repository: GitRepository
let commit = ''
beforeAll(() => {
  repository = aGitRepository(smallModel())
  commit = repository.commit()
})

const check = (words: readonly string[], env: Readonly<Record<string, string>>) =>
  runCommand(['check', ...words], { cwd: repository.folder, env })

const GATE = 'platform-billing/local/unit'
const reason = (text: string) => ({
  code: 'x',
  text,
  refs: [],
  actors: ['@billing'],
  next: { label: 'run it', command: `lanekeeper run ${GATE}` },
})
const profiles = [
  { id: 'platform-control', kind: 'full', mode: 'enforcing' },
  { id: 'hotfix-fast', kind: 'fast', mode: 'enforcing' },
  { id: 'dry-run', kind: 'validation-only', mode: 'advisory' },
]

/** A server that gives these verdicts one after another, and the last one from then on. */
function judging(verdicts: readonly Record<string, unknown>[], known: readonly unknown[] = profiles) {
  let at = 0
  return aRecordingServer(({ url }): Answer => {
    if (url.includes('/models/current')) return { status: 200, body: { profiles: known } }
    if (url.includes('/verdict')) {
      const verdict = verdicts[Math.min(at++, verdicts.length - 1)]
      const profile = new URL(url, 'http://x').searchParams.get('profile')
      return { status: 200, body: { content: { gitCommit: commit }, profile, unsatisfied: [], reviews: [], proofs: [], ...verdict } }
    }
    const gate = { gate: GATE, status: 'failed', overlays: ['flaky'], reasons: [reason('It failed with status 1.')] }
    return { status: 200, body: { content: { gitCommit: commit }, gates: [gate] } }
  })
}

describe('lanekeeper check asks for the verdict, and ends with it', () => {
  it.each([
    ['go', 0],
    ['go-with-exceptions', 0],
    ['no-go', 1],
    ['waiting', 5],
  ])('%s is exit %i', async (verdict, exit) => {
    const server = await judging([{ verdict }])
    const run = await check(['--json'], server.env)
    expect(run.exit).toBe(exit)
    expect(documentOf(run)).toMatchObject({ verdict, profile: 'platform-control' })
    expect(server.received.at(-1)?.url).toBe(`/api/v1/candidates/${commit}/verdict?repository=platform&profile=platform-control`)
  })

  it('says what is not satisfied, why, who can move it and the next command, and the proofs of a fast profile', async () => {
    const proofs = [
      { id: 'validated-source', status: 'passed', reasons: [] },
      { id: 'profile-smoke', status: 'missing', reasons: [reason('The smoke has not run.')] },
    ]
    const server = await judging([
      { verdict: 'no-go', unsatisfied: [GATE, 'global/contracts'], reviews: [{ domain: 'architecture', state: 'missing' }], proofs },
    ])
    const { out } = await check(['--profile', 'hotfix-fast'], server.env)
    expect(out).toBe(`NO-GO  ${commit}  profile hotfix-fast

2 gates not satisfied
  xFAIL*   ${GATE}
      It failed with status 1. Who: @billing. Next: run it:
        lanekeeper run ${GATE}
  global/contracts

Reviews
  architecture: missing

Proofs of the fast profile
  +PASS    validated-source
  ?MISS    profile-smoke
      The smoke has not run. Who: @billing. Next: run it:
        lanekeeper run ${GATE}
`)
  })

  it('lists the exceptions that the verdict leans on', async () => {
    const exceptions = [{ id: 'e-1', gates: [GATE, 'web/local/unit'], risk: 'medium', expiresAt: '2026-12-12T10:00:00.000Z' }]
    const server = await judging([{ verdict: 'go-with-exceptions', unsatisfied: [GATE], exceptions }])
    const { out, exit } = await check(['--profile', 'platform-control'], server.env)
    expect(exit).toBe(0)
    expect(out).toContain(`
Leans on 1 exception in force
  e-1  until 2026-12-12T10:00:00.000Z, medium risk
      ${GATE}, web/local/unit
`)
  })

  it('of an artifact', async () => {
    const server = await judging([{ verdict: 'go' }])
    await check(['--digest', `sha256:${'a'.repeat(64)}`, '--profile', 'platform-control'], server.env)
    expect(server.received[0]?.url).toContain(`/candidates/sha256%3A${'a'.repeat(64)}/verdict`)
  })

  it('needs no token where anybody may read', async () => {
    const server = await judging([{ verdict: 'go' }])
    expect((await check([], { LANEKEEPER_URL: server.url })).exit).toBe(0)
    expect(server.received[0]?.headers.authorization).toBeUndefined()
  })
})

describe('--wait', () => {
  it('asks again until nothing is pending', async () => {
    const server = await judging([{ verdict: 'waiting' }, { verdict: 'waiting' }, { verdict: 'go' }])
    const run = await check(['--wait', '20m', '--profile', 'platform-control'], server.env)
    expect(run.exit).toBe(0)
    expect(run.notes).toContain('waiting, gates are pending')
    expect(server.received).toHaveLength(3)
  })

  it('ends when the time is over, waiting as before', async () => {
    const server = await judging([{ verdict: 'waiting' }])
    expect((await check(['--wait', '2s', '--profile', 'platform-control'], server.env)).exit).toBe(5)
    expect(server.received.length).toBeGreaterThan(1)
  })

  it('outlasts a server that is away for a moment', async () => {
    let at = 0
    const server = await aRecordingServer(
      (): Answer => (at++ === 0 ? null : { status: 200, body: { verdict: 'go', content: {}, profile: 'p' } }),
    )
    expect((await check(['--wait', '20m', '--profile', 'p'], server.env)).exit).toBe(0)
  })

  it.each(['soon', '0s', '-5m'])('%s is no duration', async (wait) => {
    expect((await check([`--wait=${wait}`], NOWHERE)).exit).toBe(2)
  })
})

describe('what cannot be answered is said, never guessed', () => {
  it('which profile is meant, when none or several are full and enforcing', async () => {
    for (const known of [[], [...profiles, { id: 'other', kind: 'full', mode: 'enforcing' }]]) {
      const server = await judging([{ verdict: 'go' }], known)
      const run = await check(['--json'], server.env)
      expect(run.exit).toBe(2)
      expect(documentOf(run)).toMatchObject({
        error: { code: 'no-profile', hint: expect.stringContaining(known.length === 0 ? 'one of' : 'other') },
      })
    }
  })

  it('a verdict that this version does not know', async () => {
    const server = await judging([{ verdict: 'perhaps' }])
    const run = await check(['--json'], server.env)
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'server-answer-unclear' } })
  })

  it('a profile that the server does not know', async () => {
    const server = await aRecordingServer(() => aProblem(404, 'profile-unknown', 'No such profile.'))
    expect(await check(['--profile', 'x'], server.env)).toMatchObject({ exit: 2, notes: expect.stringContaining('No such profile.') })
  })

  it('a server that is away is exit 3', async () => {
    expect((await check(['--profile', 'x'], NOWHERE)).exit).toBe(3)
  })

  it('two candidates at once', async () => {
    expect((await check(['--commit', commit, '--digest', 'a'.repeat(64)], NOWHERE)).exit).toBe(2)
  })
})
