import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentSettings } from '#lib/http/current-settings.ts'
import { PRIOR_REFUSALS } from '#lib/model/skip.ts'
import { OVERLAYS, STATUSES } from '#lib/model/status.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { aFolder } from '#test/git-repository.ts'
import { aServedApi, type ServedApi } from '#test/served-api.ts'
import { makeDemoAccounts } from '#test/signed-in.ts'
import { bringDemo } from './demo.mjs'

interface Gate {
  readonly gate: string
  readonly status: string
  readonly overlays: readonly string[]
}
interface Candidate {
  readonly content: { readonly gitCommit: string; readonly gitTree: string }
  readonly gates: readonly Gate[]
}

let server: ServedApi
let data = ''
/** Oldest first. */
let candidates: readonly Candidate[]

beforeAll(async () => {
  server = await aServedApi()
  data = aFolder('data')
  await makeDemoAccounts()
  await bring()
  const { items } = await get<{ items: { content: { gitCommit: string } }[] }>('candidates')
  candidates = await Promise.all(items.reverse().map(({ content }) => get<Candidate>(`candidates/${content.gitCommit}`)))
}, 600_000)
afterAll(() => server.close())

const bring = () => bringDemo({ address: server.url, token: server.token, data, origin: currentSettings().publicUrl })

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(`${server.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${server.token}` } })
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as T
}

const command = (...words: string[]) => runCommand(words, { cwd: `${data}/demo/platform-monorepo`, env: server.env })
const verdictOf = async (at: number, profile: string) =>
  (await get<{ verdict: string }>(`candidates/${candidates.at(at)?.content.gitCommit}/verdict?profile=${profile}`)).verdict

describe('what npm start brings in, by the command line over the API', () => {
  it('several candidates, the fix twice: proposed, and merged by rebase with the same tree', () => {
    expect(candidates).toHaveLength(7)
    const [, proposed, hotfix] = candidates.map(({ content }) => content)
    expect(proposed?.gitTree).toBe(hotfix?.gitTree)
    expect(proposed?.gitCommit).not.toBe(hotfix?.gitCommit)
  })

  it('every status, and every overlay', () => {
    const gates = candidates.flatMap((candidate) => candidate.gates)
    expect([...new Set(gates.map(({ status }) => status))].sort()).toEqual(STATUSES.toSorted())
    expect([...new Set(gates.flatMap(({ overlays }) => overlays))].sort()).toEqual(OVERLAYS.toSorted())
  })

  it('verdicts of full and fast releases: go, no-go and waiting', async () => {
    expect(await verdictOf(2, 'hotfix-fast')).toBe('no-go')
    expect(await verdictOf(3, 'platform-control')).toBe('no-go')
    expect(await verdictOf(4, 'platform-control')).toBe('waiting')
    expect(await verdictOf(5, 'platform-control')).toBe('go')
  })

  it('prior evidence that is accepted, and refused in every way that does not take days to come about', async () => {
    const { items } = await get<{ items: { state: string; refusal: string | null }[] }>('skips')
    expect(items.filter(({ state }) => state === 'accepted')).toHaveLength(2)
    expect(items.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])).sort()).toEqual(
      PRIOR_REFUSALS.filter((each) => each !== 'expired').sort(),
    )
  })

  it('hidden skips and other debt, one line of it repaid', async () => {
    const { items } = await get<{ items: { kind: string; closedAt: string | null }[] }>('debt?limit=200')
    expect([...new Set(items.map(({ kind }) => kind))].sort()).toEqual(['expired-debt', 'hidden-skip', 'partial', 'refused-skip'])
    expect(items.filter(({ kind }) => kind === 'hidden-skip').length).toBeGreaterThanOrEqual(4)
    expect(items.filter(({ closedAt }) => closedAt !== null)).toHaveLength(1)
  })

  it('billing is eligible; each other domain with a packet misses one to five items', async () => {
    const { rows } = await get<{ rows: { domain: string; verdict: string; cells: { status: string }[] }[] }>('board')
    const open = Object.fromEntries(rows.map(({ domain, cells }) => [domain, cells.filter(({ status }) => status !== 'passed').length]))
    expect(rows.filter(({ verdict }) => verdict === 'eligible').map(({ domain }) => domain)).toEqual(['platform-billing'])
    expect(open).toEqual({
      'platform-billing': 0,
      'platform-iam': 1,
      gpuaas: 3,
      'platform-evidence': 4,
      'platform-policy': 4,
      'app-platform': 5,
      'platform-registry': 5,
      'platform-secrets': 5,
      web: 8,
    })
  })

  it('what people made of it: an exception in force, one that waits, one that was rejected, and a promotion', async () => {
    const { items } = await get<{ items: { state: string; domain: string; inForce: boolean; open: { role: string }[] }[] }>('exceptions')
    expect(items.map(({ domain, state, inForce, open }) => [domain, state, inForce, open.map(({ role }) => role)])).toEqual([
      ['platform-policy', 'rejected', false, []],
      ['gpuaas', 'requested', false, ['security-reviewer', 'release-manager']],
      ['app-platform', 'approved', true, []],
    ])
    expect((await get<{ items: object[] }>('promotions')).items).toMatchObject([{ domain: 'platform-billing', verdict: 'eligible' }])
  })

  it('the command line shows the same as the API', async () => {
    expect((await command('eligibility', 'platform-billing')).exit).toBe(0)
    expect((await command('eligibility', 'gpuaas')).exit).toBe(1)
    expect(documentOf<{ rows: unknown }>(await command('board', '--json')).rows).toEqual((await get<{ rows: unknown }>('board')).rows)
    expect((await command('check', '--commit', candidates[5]?.content.gitCommit ?? '', '--profile', 'platform-control')).exit).toBe(0)
    expect((await command('check', '--commit', candidates[4]?.content.gitCommit ?? '')).exit).toBe(5)
    expect(await command('check')).toMatchObject({ exit: 5 })
    expect(await command('audit', 'verify')).toMatchObject({ exit: 0, out: expect.stringContaining('the chain holds') })
  })

  it('a second start adds nothing, even when the folder of the first is gone', async () => {
    const entries = async () => documentOf<{ entries: number }>(await command('audit', 'verify', '--json')).entries
    const before = await entries()
    await bring()
    expect(await entries()).toBe(before)
    data = aFolder('data')
    await bring()
    expect(await entries()).toBe(before)
  })
})
