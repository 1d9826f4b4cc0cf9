import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aRecordingServer } from '#test/cli/recording-server.ts'
import { runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository, type GitRepository } from '#test/git-repository.ts'

const GATE = 'platform-billing/local/unit'

let repository: GitRepository
beforeAll(() => {
  repository = aGitRepository({ ...smallModel(), 'packages/platform/billing/ledger.go': 'package billing\n' })
  repository.commit()
})

/** A server that also stands for the address at which GitHub gives identity tokens. */
async function aServer(
  idTokenAnswer: { readonly status: number; readonly body: unknown } = { status: 200, body: { value: 'an.identity.token' } },
) {
  const server = await aRecordingServer(({ url }) => (url.startsWith('/id-token') ? idTokenAnswer : undefined))
  const github = { ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/id-token?api=2`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-secret' }
  return { ...server, github, asked: () => server.received.filter(({ url }) => url.startsWith('/id-token')) }
}

const record = (env: Readonly<Record<string, string>>) =>
  runCommand(['record', GATE, '--result', 'passed', '--command', 'make unit', '--json'], {
    cwd: repository.folder,
    env: { LANEKEEPER_DATA: aFolder('data'), ...env },
  })

describe('a job without a token of the server says who it is by its CI service', () => {
  it('GitHub: asks for an identity token for this server, and posts with it', async () => {
    const server = await aServer()
    expect((await record({ LANEKEEPER_URL: server.url, ...server.github })).exit).toBe(0)
    const [asked] = server.asked()
    expect(new URL(asked?.url ?? '', server.url).searchParams.get('audience')).toBe(server.url)
    expect(asked?.url).toContain('api=2')
    expect(asked?.headers.authorization).toBe('Bearer request-secret')
    const posted = server.received.find(({ method }) => method === 'POST')
    expect(posted?.headers.authorization).toBe('Bearer an.identity.token')
  })

  it('GitLab: posts with the token that the job was given', async () => {
    const server = await aServer()
    await record({ LANEKEEPER_URL: server.url, LANEKEEPER_ID_TOKEN: 'a.gitlab.token' })
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer a.gitlab.token'])
  })

  it('a token of the server goes before', async () => {
    const server = await aServer()
    await record({ ...server.env, ...server.github, LANEKEEPER_ID_TOKEN: 'a.gitlab.token' })
    expect(server.asked()).toEqual([])
    expect(server.received.at(-1)?.headers.authorization).toBe(`Bearer ${server.env.LANEKEEPER_TOKEN}`)
  })

  it.each([
    ['GitHub does not answer well', { status: 500, body: {} }, 'GitHub gave no identity token (status 500)'],
    ['what GitHub answers is no token', { status: 200, body: { value: 'two words' } }, 'without an identity token'],
  ])('%s: what had to be sent waits in the spool', async (_, answer, why) => {
    const server = await aServer(answer)
    const { exit, out, notes } = await record({ LANEKEEPER_URL: server.url, ...server.github })
    expect(exit).toBe(3)
    expect(out + notes).toContain(why)
    expect(server.kept.size).toBe(0)
  })

  it('the command of a gate gets nothing to ask for one with', async () => {
    const server = await aServer()
    const file = join(aFolder(), 'seen')
    const script = `require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.env))`
    await runCommand(['run', GATE, '--', process.execPath, '-e', script], {
      cwd: repository.folder,
      env: { LANEKEEPER_DATA: aFolder('data'), LANEKEEPER_URL: server.url, ...server.github, LANEKEEPER_ID_TOKEN: 'a.gitlab.token' },
    })
    expect(readFileSync(file, 'utf8')).not.toMatch(/ID_TOKEN|request-secret|a\.gitlab\.token/)
  })
})
