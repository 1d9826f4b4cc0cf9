import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, aProblem, aRecordingServer, NOWHERE } from '#test/cli/recording-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aGitRepository, type GitRepository } from '#test/git-repository.ts'

const RUN = '33333333-3333-4333-8333-333333333333'
let repository: GitRepository
let [base, head] = ['', '']
beforeAll(() => {
  repository = aGitRepository({ ...smallModel(), 'packages/platform/billing/ledger.go': 'package billing\n\nfunc Balance() {}\n' })
  base = repository.commit()
  repository.git('mv', 'packages/platform/billing/ledger.go', 'packages/platform/billing/book.go')
  head = repository.commit()
})

const command = (words: readonly string[], env: Readonly<Record<string, string>>) => runCommand(words, { cwd: repository.folder, env })
const content = () => ({ gitCommit: head, gitTree: repository.git('rev-parse', 'HEAD^{tree}') })

function answering({ url }: { url: string }): Answer {
  if (url.startsWith('/api/v1/plans'))
    return { status: 201, body: { id: 'the-plan', gates: [{ id: 'global/contracts' }, { id: 'x/local/unit' }] } }
  return { status: 201, body: { id: RUN, state: 'open' } }
}

describe('lanekeeper announce says before a run starts what it is going to show', () => {
  it('the gates that are named, for HEAD; it prints the id alone', async () => {
    const server = await aRecordingServer(answering)
    const run = await command(['announce', 'global/contracts', '--profile', 'platform-control', '--deadline', '6h'], server.env)
    expect(run).toMatchObject({ exit: 0, out: `${RUN}\n` })
    const [{ url, body } = { url: '', body: null }] = server.received
    expect(url).toBe('/api/v1/runs?repository=platform')
    expect(body).toMatchObject({ profile: 'platform-control', content: content(), gates: ['global/contracts'] })
    expect(Date.parse(body.deadline) - Date.now()).toBeGreaterThan(5.9 * 3_600_000)
  })

  it('those of the plan that the server makes of a change, renames by both paths', async () => {
    const server = await aRecordingServer(answering)
    const run = await command(['announce', 'global/contracts', '--profile', 'p', '--base', base, '--json'], server.env)
    expect(documentOf(run)).toMatchObject({ planId: 'the-plan', run: { id: RUN } })
    const [plan, announced] = server.received.map(({ body }) => body)
    expect(plan).toEqual({
      files: [
        { path: 'packages/platform/billing/ledger.go', change: 'renamed', to: 'packages/platform/billing/book.go' },
        { path: 'packages/platform/billing/book.go', change: 'renamed', from: 'packages/platform/billing/ledger.go' },
      ],
      profile: 'p',
      base,
      head,
    })
    expect(announced).toEqual({ profile: 'p', content: content(), gates: ['global/contracts', 'x/local/unit'] })
  })

  it.each([
    [['announce', '--profile', 'p']],
    [['announce', 'global/contracts']],
    [['announce', 'nonsense', '--profile', 'p']],
    [['announce', 'global/contracts', '--profile', 'p', '--deadline', 'soon']],
    [['close']],
  ])('%j is exit 2', async (words) => {
    expect((await command(words, NOWHERE)).exit).toBe(2)
  })
})

describe('lanekeeper close', () => {
  it('closes the run', async () => {
    const server = await aRecordingServer(() => ({ status: 200, body: { id: RUN, state: 'closed' } }))
    expect(await command(['close', RUN], server.env)).toMatchObject({ exit: 0, out: `run ${RUN} is closed\n` })
    expect(server.received).toEqual([expect.objectContaining({ method: 'PATCH', url: `/api/v1/runs/${RUN}`, body: { state: 'closed' } })])
  })

  it('a run that is not there is exit 2, a server that is away exit 3', async () => {
    const server = await aRecordingServer(() => aProblem(404, 'run-unknown', 'No such run.'))
    expect((await command(['close', RUN], server.env)).exit).toBe(2)
    expect((await command(['close', RUN], NOWHERE)).exit).toBe(3)
  })
})
