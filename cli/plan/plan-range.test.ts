import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { SMALL_MODEL_PLACES, smallModel } from '#test/cli/small-model.ts'
import { aClone, aGitRepository, type GitRepository } from '#test/git-repository.ts'

const LEDGER = 'packages/platform/billing/ledger.go'
const GPU = 'packages/products/gpuaas/allocate.go'

/** A governed repository with one commit on `main`. */
function aGovernedRepository(files: Record<string, string> = {}): GitRepository {
  const repository = aGitRepository({ ...smallModel(), [LEDGER]: 'package billing\n', [GPU]: 'package gpuaas\n', ...files })
  repository.commit('The base')
  return repository
}

async function planOf(repository: GitRepository, ...words: readonly string[]): Promise<GatePlan> {
  const run = await runCommand(['plan', '--json', ...words], { cwd: repository.folder })
  expect(run).toMatchObject({ exit: 0 })
  return documentOf(run)
}

const paths = (plan: GatePlan) => plan.files.map(({ path }) => path)
const gateIds = (plan: GatePlan) => plan.gates.map(({ id }) => id)

describe('a git range by merge base', () => {
  it('plans what the branch changed, not what the base did meanwhile', async () => {
    const repository = aGovernedRepository()
    const fork = repository.git('rev-parse', 'HEAD')
    repository.git('switch', '-q', '-c', 'feature')
    const head = repository.write({ [LEDGER]: 'package billing // changed\n' }).commit()
    repository.git('switch', '-q', 'main')
    repository.write({ [GPU]: 'package gpuaas // moved on\n' }).commit()
    const plan = await planOf(repository, '--base', 'main', '--head', 'feature')
    expect(paths(plan)).toEqual([LEDGER])
    expect(plan).toMatchObject({ base: fork, head, repository: 'platform', domains: ['platform-billing'] })
    expect(gateIds(plan)).toContain('platform-billing/local/unit')
  })

  it('takes HEAD for the head, detached or not', async () => {
    const repository = aGovernedRepository()
    const head = repository.write({ [LEDGER]: 'x\n' }).commit()
    expect(await planOf(repository, '--base', 'HEAD~1')).toMatchObject({ head })
    repository.git('switch', '-q', '--detach', 'HEAD')
    expect(await planOf(repository, '--base', 'main~1')).toMatchObject({ head })
  })

  it('takes the union of what changed since every one of several merge bases', async () => {
    const repository = aGovernedRepository()
    repository.git('switch', '-q', '-c', 'other')
    repository.write({ [GPU]: 'other\n' }).commit()
    repository.git('switch', '-q', 'main')
    repository.write({ [LEDGER]: 'main\n' }).commit()
    const [main, other] = [repository.git('rev-parse', 'main'), repository.git('rev-parse', 'other')]
    repository.git('merge', '-q', '-m', 'one', other)
    repository.git('switch', '-q', 'other')
    repository.git('merge', '-q', '-m', 'two', main)
    repository.write({ 'tools/x.sh': 'x\n' }).commit()
    expect(repository.git('merge-base', '--all', 'main', 'other').split('\n')).toHaveLength(2)
    expect(paths(await planOf(repository, '--base', 'main', '--head', 'other')).sort()).toEqual([GPU, LEDGER, 'tools/x.sh'].sort())
  })

  it('gives the same bytes twice', async () => {
    const repository = aGovernedRepository()
    repository.write({ [LEDGER]: 'x\n', 'tools/x.sh': 'x\n' }).commit()
    const words = ['plan', '--json', '--base', 'HEAD~1']
    expect((await runCommand(words, { cwd: repository.folder })).out).toBe((await runCommand(words, { cwd: repository.folder })).out)
  })

  it('does not take an empty change for "nothing affected"', async () => {
    const repository = aGovernedRepository()
    const plan = await planOf(repository, '--base', 'HEAD')
    expect(plan.diagnostics).toContainEqual(expect.objectContaining({ code: 'change-empty', severity: 'error' }))
    expect(gateIds(plan)).toEqual(expect.arrayContaining(['global/contracts', 'global/boundary_guard']))
  })

  it('does not look at the work tree', async () => {
    const repository = aGovernedRepository()
    repository.write({ [LEDGER]: 'x\n' }).commit()
    const before = await planOf(repository, '--base', 'HEAD~1')
    repository.write({ 'lanekeeper.yaml': 'version: 1\nrepository: other\n', [SMALL_MODEL_PLACES.packageMap]: '' })
    expect(await planOf(repository, '--base', 'HEAD~1')).toEqual(before)
  })
})

describe('the model is read from the base of the change, never from the change being judged', () => {
  it('a change that takes its own gates away must still pass them, and the plan says what it would alter', async () => {
    const repository = aGovernedRepository()
    const map = (smallModel()[SMALL_MODEL_PLACES.packageMap] ?? '').replace(
      '| `packages/platform/billing/**` | platform-billing | @billing |\n',
      '',
    )
    const lane = (smallModel()[SMALL_MODEL_PLACES.billingLane] ?? '').replace('    - boundary_guard\n', '')
    repository.write({ [SMALL_MODEL_PLACES.packageMap]: map, [SMALL_MODEL_PLACES.billingLane]: lane, [LEDGER]: 'x\n' }).commit()
    const plan = await planOf(repository, '--base', 'HEAD~1')
    expect(plan.files.find(({ path }) => path === LEDGER)?.domains).toEqual(['platform-billing'])
    expect(gateIds(plan)).toEqual(
      expect.arrayContaining(['global/boundary_guard', 'platform-billing/local/unit', 'platform-billing/smoke/precheck']),
    )
    expect(plan.classes).toContain('cicd')
    expect(plan.proposed?.modelDigest).not.toBe(plan.modelDigest)
    expect(plan.proposed).toBeDefined()
  })

  it('says which gates a proposed lane adds, without asking for them yet', async () => {
    const repository = aGovernedRepository()
    const lane = (smallModel()[SMALL_MODEL_PLACES.billingLane] ?? '').replace('    - contracts\n', '    - contracts\n    - licences\n')
    repository.write({ [SMALL_MODEL_PLACES.billingLane]: lane }).commit()
    const plan = await planOf(repository, '--base', 'HEAD~1')
    expect(plan.proposed).toMatchObject({ gatesAdded: ['global/licences'], gatesRemoved: [] })
    expect(gateIds(plan)).not.toContain('global/licences')
  })

  it('leaves it out when the change does not touch the model', async () => {
    const repository = aGovernedRepository()
    repository.write({ [LEDGER]: 'x\n' }).commit()
    expect(await planOf(repository, '--base', 'HEAD~1')).not.toHaveProperty('proposed')
  })

  it('reads the head, with a warning, where the base has no model', async () => {
    const repository = aGitRepository({ 'a.txt': 'a' })
    repository.commit()
    repository.write({ ...smallModel(), [LEDGER]: 'x\n' }).commit()
    const plan = await planOf(repository, '--base', 'HEAD~1')
    expect(plan.diagnostics).toContainEqual(expect.objectContaining({ code: 'model-from-head', severity: 'warning' }))
    expect(plan.domains).toContain('platform-billing')
    expect(plan).not.toHaveProperty('proposed')
  })

  it('finds the model where lanekeeper.yaml of the base says it is', async () => {
    const moved = Object.fromEntries(
      Object.entries(smallModel()).map(([path, text]) => [path.replace('doc/architecture/platform-foundation', 'gov'), text]),
    )
    const settings = 'version: 1\nrepository: moved\nownership_maps: gov/ownership-maps\ndomain_lanes: gov/domain-lanes\n'
    const repository = aGitRepository({ ...moved, 'lanekeeper.yaml': settings, [LEDGER]: 'a\n' })
    repository.commit()
    repository.write({ [LEDGER]: 'b\n' }).commit()
    const plan = await planOf(repository, '--base', 'HEAD~1')
    expect(plan).toMatchObject({ repository: 'moved', domains: ['platform-billing'] })
  })
})

describe('where it is run', () => {
  it('in a folder of the repository: the whole change counts', async () => {
    const repository = aGovernedRepository()
    repository.write({ [LEDGER]: 'x\n', 'tools/x.sh': 'x\n' }).commit()
    const run = await runCommand(['plan', '--json', '--base', 'HEAD~1'], { cwd: join(repository.folder, 'packages/platform') })
    expect(paths(documentOf(run))).toEqual([LEDGER, 'tools/x.sh'])
  })

  it('for a bare repository given with --repo', async () => {
    const repository = aGovernedRepository()
    repository.write({ [LEDGER]: 'x\n' }).commit()
    const bare = aClone(repository, '--bare')
    const run = await runCommand(['plan', '--json', '--repo', bare.folder, '--base', 'main~1', '--head', 'main'], { cwd: '/' })
    expect(run).toMatchObject({ exit: 0, notes: '' })
    expect(paths(documentOf(run))).toEqual([LEDGER])
  })

  it('inside a hook of another repository, with --repo', async () => {
    const [repository, other] = [aGovernedRepository(), aGitRepository({ 'b.txt': 'b' })]
    other.commit()
    repository.write({ [LEDGER]: 'x\n' }).commit()
    const env = {
      GIT_DIR: join(other.folder, '.git'),
      GIT_WORK_TREE: other.folder,
      GIT_INDEX_FILE: join(other.folder, '.git/index'),
      GIT_PREFIX: '',
    }
    const run = await runCommand(['plan', '--json', '--repo', repository.folder, '--base', 'HEAD~1'], { cwd: other.folder, env })
    expect(paths(documentOf(run))).toEqual([LEDGER])
  })

  it('for a folder of a repository that is governed by itself, saying that the rest is not looked at', async () => {
    const inner = Object.fromEntries(
      Object.entries({ ...smallModel(), [LEDGER]: 'a\n' }).map(([path, text]) => [`examples/shop/${path}`, text]),
    )
    const repository = aGitRepository({ ...inner, 'outside.txt': 'a' })
    repository.commit()
    repository.write({ [`examples/shop/${LEDGER}`]: 'b\n', 'outside.txt': 'b' }).commit()
    const run = await runCommand(['plan', '--json', '--repo', 'examples/shop', '--base', 'HEAD~1'], { cwd: repository.folder })
    expect(paths(documentOf(run))).toEqual([LEDGER])
    expect(documentOf<GatePlan>(run).domains).toEqual(['platform-billing'])
    expect(run.notes).toContain('examples/shop')
  })
})

describe('what cannot be planned says what to do', () => {
  it('a shallow clone without the common commit: what to fetch', async () => {
    const origin = aGovernedRepository()
    origin.git('switch', '-q', '-c', 'feature')
    origin.write({ [LEDGER]: 'x\n' }).commit()
    origin.git('switch', '-q', 'main')
    origin.write({ [GPU]: 'x\n' }).commit()
    const clone = aClone(origin, '--depth=1', '--no-single-branch')
    const run = await runCommand(['plan', '--json', '--base', 'origin/main', '--head', 'origin/feature'], { cwd: clone.folder })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'history-shallow', hint: expect.stringContaining('git fetch --unshallow') } })
    clone.git('fetch', '-q', '--unshallow')
    expect(paths(await planOf(clone, '--base', 'origin/main', '--head', 'origin/feature'))).toEqual([LEDGER])
  })

  it('an unknown base: the fetch that brings it', async () => {
    const run = await runCommand(['plan', '--json', '--base', 'origin/main'], { cwd: aGovernedRepository().folder })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'revision-unknown', hint: expect.stringContaining('git fetch origin main') } })
  })

  it('unrelated histories', async () => {
    const repository = aGovernedRepository()
    repository.git('switch', '-q', '--orphan', 'elsewhere')
    repository.write({ 'b.txt': 'b' }).commit()
    const run = await runCommand(['plan', '--json', '--base', 'main'], { cwd: repository.folder })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'history-unrelated' } })
  })

  it.each(['--upload-pack=touch canary', '-x', 'main\nx', ''])('the base %j', async (base) => {
    const run = await runCommand(['plan', '--json', `--base=${base}`], { cwd: aGovernedRepository().folder })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'revision-refused' } })
  })

  it('a blob where a commit is meant', async () => {
    const run = await runCommand(['plan', '--json', '--base', 'HEAD:lanekeeper.yaml'], { cwd: aGovernedRepository().folder })
    expect(documentOf(run)).toMatchObject({ error: { code: 'revision-unknown' } })
  })

  it('a folder that is no git repository', async () => {
    const loose = aGitRepository(smallModel())
    rmSync(join(loose.folder, '.git'), { recursive: true })
    const run = await runCommand(['plan', '--json', '--base', 'main'], { cwd: loose.folder })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'not-a-repository', hint: expect.stringContaining('--files-from') } })
  })

  it('a release profile that the model does not have: the nearest and the known ones', async () => {
    const repository = aGovernedRepository()
    repository.write({ [LEDGER]: 'x\n' }).commit()
    const run = await runCommand(['plan', '--json', '--base', 'HEAD~1', '--profile', 'dryrun'], { cwd: repository.folder })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({
      error: {
        code: 'profile-unknown',
        message: expect.stringContaining('Did you mean dry-run?'),
        hint: expect.stringContaining('platform-control'),
      },
    })
  })
})
