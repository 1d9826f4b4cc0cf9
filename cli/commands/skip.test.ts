import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aProblem, aRecordingServer, NOWHERE } from '#test/cli/recording-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository, type GitRepository } from '#test/git-repository.ts'

const GATE = 'platform-billing/smoke/precheck'
const PRIOR = '11111111-1111-4111-8111-111111111111'
const WORDS = [GATE, '--profile', 'hotfix-fast', '--reason', 'nothing it reads has changed', '--prior', PRIOR]

let repository: GitRepository
beforeAll(() => {
  repository = aGitRepository(smallModel())
  repository.commit()
})

const skip = (words: readonly string[], env: Readonly<Record<string, string>>) =>
  runCommand(['skip', ...words], { cwd: repository.folder, env: { LANEKEEPER_DATA: aFolder('data'), ...env } })
const judging = (state: string, refusal: string | null) => aRecordingServer(() => ({ status: 201, body: { id: PRIOR, state, refusal } }))

describe('lanekeeper skip declares a skip, and says whether its proof holds', () => {
  it('sends what is claimed and what proves it', async () => {
    const server = await judging('accepted', null)
    expect(await skip([...WORDS, '--risk', 'low'], { ...server.env, LANEKEEPER_RUN: 'the-run' })).toMatchObject({ exit: 0 })
    const [request] = server.received
    expect(request?.url).toBe('/api/v1/skips?repository=platform')
    expect(request?.headers['idempotency-key']).toMatch(/^[\da-f-]{36}$/)
    expect(request?.body).toEqual({
      gate: GATE,
      profile: 'hotfix-fast',
      content: { gitCommit: repository.git('rev-parse', 'HEAD'), gitTree: repository.git('rev-parse', 'HEAD^{tree}') },
      reason: 'nothing it reads has changed',
      prior: PRIOR,
      risk: 'low',
      runId: 'the-run',
    })
  })

  it.each(['no-evidence', 'content-mismatch', 'gate-changed', 'expired', 'not-passed', 'revoked', 'skip-of-skip', 'not-authorised'])(
    'refused as %s is exit 1, with what to run instead',
    async (refusal) => {
      const server = await judging('refused', refusal)
      const run = await skip(WORDS, server.env)
      expect(run.exit).toBe(1)
      expect(run.out).toContain(`refused: ${refusal}`)
      expect(run.out).toMatch(/ {2}[A-Z][^\n]{20,}\n {2}Run it instead: lanekeeper run platform-billing\/smoke\/precheck -- COMMAND/)
      expect(documentOf(await skip([...WORDS, '--json'], server.env))).toMatchObject({ state: 'refused', refusal })
    },
  )

  it('waits in the spool while the server is away, exit 3', async () => {
    const data = aFolder('data')
    expect((await skip(WORDS, { ...NOWHERE, LANEKEEPER_DATA: data })).exit).toBe(3)
    expect(readdirSync(join(data, 'spool'))).toHaveLength(1)
  })

  it('a profile that is not there is a fault, not a refused skip', async () => {
    const server = await aRecordingServer(() => aProblem(422, 'profile-unknown', 'There is no such profile.'))
    expect(await skip(WORDS, server.env)).toMatchObject({ exit: 2, notes: expect.stringContaining('There is no such profile.') })
  })

  it.each([[[GATE, '--reason', 'x']], [[GATE, '--profile', 'fast']], [[...WORDS, '--risk', 'tiny']], [['no-gate', ...WORDS.slice(1)]]])(
    '%j is exit 2',
    async (words) => {
      expect((await skip(words, NOWHERE)).exit).toBe(2)
    },
  )
})
