import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PathOwnership } from '#lib/model/ownership-report.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { SMALL_MODEL_PLACES, smallModel } from '#test/cli/small-model.ts'
import { aGitRepository } from '#test/git-repository.ts'

const LEDGER = 'packages/platform/billing/ledger.go'

interface OwnerDocument {
  readonly version: number
  readonly repository: string
  readonly paths: readonly PathOwnership[]
}

describe('lanekeeper owner prints the owners with map file and line', () => {
  it('by the row that gives the path to a domain', async () => {
    const run = await runCommand(['owner', LEDGER], { cwd: aGitRepository(smallModel()).folder })
    expect(run.exit).toBe(0)
    expect(run.out).toContain(
      `${LEDGER}\n  platform-billing  by ${SMALL_MODEL_PLACES.packageMap}:5 (package map)  packages/platform/billing/**\n`,
    )
  })

  it('says plainly that there is no owner and what follows; that is an answer, so the exit status is 0', async () => {
    const run = await runCommand(['owner', 'tools/x.sh'], { cwd: aGitRepository(smallModel()).folder })
    expect(run.exit).toBe(0)
    expect(run.out).toContain('no owner: no row of any ownership map matches')
    expect(run.out).toContain('every global gate')
    expect(run.out).toContain('architecture review')
  })

  it('--json is one document, in the order of the paths', async () => {
    const run = await runCommand(['owner', '--json', 'tools/x.sh', LEDGER], { cwd: aGitRepository(smallModel()).folder })
    const document = documentOf<OwnerDocument>(run)
    expect(document).toMatchObject({
      version: 1,
      repository: 'platform',
      paths: [
        { path: 'tools/x.sh', owners: [] },
        { path: LEDGER, domains: ['platform-billing'] },
      ],
    })
  })

  it('reads a path from the folder the person is in, and from the root with --repo', async () => {
    const { folder } = aGitRepository({ ...smallModel(), [LEDGER]: 'x' })
    const inside = await runCommand(['owner', '--json', './ledger.go'], { cwd: join(folder, 'packages/platform/billing') })
    const named = await runCommand(['owner', '--json', '--repo', folder, LEDGER], { cwd: '/' })
    const absolute = await runCommand(['owner', '--json', join(folder, LEDGER)], { cwd: join(folder, 'doc') })
    for (const run of [inside, named, absolute]) expect(documentOf<OwnerDocument>(run).paths[0]?.path).toBe(LEDGER)
  })

  it.each(['../outside.txt', '/etc/passwd', '.', ''])('faults for %j, which is no path inside', async (path) => {
    const run = await runCommand(['owner', '--json', path], { cwd: aGitRepository(smallModel()).folder })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'path-outside' } })
  })

  it('shows a hostile name and does not obey it', async () => {
    const run = await runCommand(['owner', 'a\u001b[2Jb'], { cwd: aGitRepository(smallModel()).folder })
    expect(run.out).toContain('a<U+001B>[2Jb')
    expect(run.out).not.toContain('\u001b')
  })
})
