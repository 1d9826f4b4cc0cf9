import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { STARTER_DOMAINS } from '#cli/templates/starter-domain.ts'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { DOMAIN_GROUPS } from '#lib/model/domain-group.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { aFolder, aGitRepository } from '#test/git-repository.ts'

describe('lanekeeper init writes starter maps, lanes for the nine domain groups and profiles', () => {
  it('has the nine default domain groups of the operating model, of their kinds', () => {
    expect(Object.fromEntries(STARTER_DOMAINS.map(({ group, kind }) => [group, kind]))).toEqual(DOMAIN_GROUPS)
  })

  it('lints without an error or a warning in an empty repository', async () => {
    const repository = aGitRepository()
    expect((await runCommand(['init'], { cwd: repository.folder })).exit).toBe(0)
    repository.commit()
    const lint = await runCommand(['lint', '--json'], { cwd: repository.folder })
    expect(documentOf<{ diagnostics: Diagnostic[] }>(lint).diagnostics).toEqual([])
    expect(lint.exit).toBe(0)
  })

  it.each([
    ['packages/platform/iam/login.go', 'platform-iam', 'user-login-authz'],
    ['packages/platform/billing/ledger.go', 'platform-billing', 'gpuaas-billing-precheck'],
    ['cmd/billing-worker/main.go', 'platform-billing', 'ledger-invariant'],
    ['packages/platform/statusops/ready.go', 'platform-evidence', 'public-status'],
    ['packages/platform/artifacts/trust.go', 'platform-registry', 'artifact-trust-promotion'],
    ['packages/platform/policy/quota.go', 'platform-policy', 'access-quota-posture'],
    ['packages/shared/pki/root.go', 'platform-secrets', 'rotation-expiry-evidence'],
  ])('a change of %s needs the smokes of %s', async (path, domain, smoke) => {
    const repository = aGitRepository()
    await runCommand(['init'], { cwd: repository.folder })
    const plan = documentOf<GatePlan>(await runCommand(['plan', '--json', '--files-from', '-'], { cwd: repository.folder, input: path }))
    expect(plan.domains).toContain(domain)
    expect(plan.unmapped).toEqual([])
    expect(plan.gates.map(({ id }) => id)).toEqual(
      expect.arrayContaining([`${domain}/smoke/${smoke}`, 'global/contracts', 'global/security_baseline']),
    )
  })

  it('owns the files of the model itself, so that a change to them is not unmapped', async () => {
    const repository = aGitRepository()
    const init = documentOf<{ files: { path: string }[] }>(await runCommand(['init', '--json'], { cwd: repository.folder }))
    const input = init.files.map(({ path }) => `${path}\n`).join('')
    const plan = documentOf<GatePlan>(await runCommand(['plan', '--json', '--files-from', '-'], { cwd: repository.folder, input }))
    expect(plan.unmapped).toEqual([])
    expect(plan.classes).toContain('cicd')
  })
})

describe('never overwrites', () => {
  it('keeps what is there, whatever is in it, and says of each file what happened', async () => {
    const repository = aGitRepository({ 'lanekeeper.yaml': 'version: 1\nrepository: mine\n', 'doc/governance/release-profiles.yaml': '' })
    const run = await runCommand(['init'], { cwd: repository.folder })
    expect(run.out).toContain('kept     lanekeeper.yaml\n')
    expect(run.out).toContain('kept     doc/governance/release-profiles.yaml\n')
    expect(run.out).toContain('written  doc/architecture/platform-foundation/ownership-maps/package-ownership.md\n')
    expect(readFileSync(join(repository.folder, 'lanekeeper.yaml'), 'utf8')).toBe('version: 1\nrepository: mine\n')
    expect(readFileSync(join(repository.folder, 'doc/governance/release-profiles.yaml'), 'utf8')).toBe('')
  })

  it('a second run changes nothing', async () => {
    const repository = aGitRepository()
    await runCommand(['init'], { cwd: repository.folder })
    repository.commit()
    const again = documentOf<{ files: { state: string }[] }>(await runCommand(['init', '--json'], { cwd: repository.folder }))
    expect(new Set(again.files.map(({ state }) => state))).toEqual(new Set(['kept']))
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('--dry-run writes nothing', async () => {
    const repository = aGitRepository()
    const run = await runCommand(['init', '--dry-run'], { cwd: repository.folder })
    expect(run.out).toContain('would write  lanekeeper.yaml\n')
    expect(existsSync(join(repository.folder, 'lanekeeper.yaml'))).toBe(false)
  })

  it('puts files where lanekeeper.yaml says they are kept', async () => {
    const repository = aGitRepository({ 'lanekeeper.yaml': 'version: 1\nownership_maps: gov/maps\ndomain_lanes: gov/lanes\n' })
    await runCommand(['init'], { cwd: repository.folder })
    expect(existsSync(join(repository.folder, 'gov/maps/route-ownership.md'))).toBe(true)
    expect(existsSync(join(repository.folder, 'gov/lanes/platform-iam.yaml'))).toBe(true)
    expect((await runCommand(['lint'], { cwd: repository.folder })).exit).toBe(0)
  })

  it('does not write through a link that leads out of the repository', async () => {
    const outside = aFolder()
    const repository = aGitRepository().link('doc', outside)
    const run = await runCommand(['init', '--json'], { cwd: repository.folder })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'file-unwritable' } })
    expect(existsSync(join(outside, 'architecture'))).toBe(false)
  })
})
