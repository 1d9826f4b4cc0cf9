import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { SMALL_MODEL_PLACES, smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository } from '#test/git-repository.ts'

describe('lanekeeper lint compiles the model and prints diagnostics; exit 2 on an error', () => {
  it('a model without an error is exit 0, with what was read', async () => {
    const run = await runCommand(['lint'], { cwd: aGitRepository(smallModel()).folder })
    expect(run.exit).toBe(0)
    expect(run.out).toMatch(/platform: 0 errors, \d+ warnings?\. \d+ files read: 3 map rows, 2 lanes, 2 profiles, 0 packets\.\n$/)
  })

  it('an error is exit 2, grouped by file, as file:line:column severity code message with its hint beneath', async () => {
    const files = smallModel()
    const map = `${files[SMALL_MODEL_PLACES.packageMap]}| \`/absolute/**\` | gpuaas | @gpuaas |\n`
    const run = await runCommand(['lint'], { cwd: aGitRepository({ ...files, [SMALL_MODEL_PLACES.packageMap]: map }).folder })
    expect(run.exit).toBe(2)
    expect(run.out).toMatch(/package-ownership\.md {2}1 error.*\n.+package-ownership\.md:8:\d+ error pattern-absolute .+\n {4}.+\n/)
  })

  it('--json is one document with counts', async () => {
    const run = await runCommand(['--json', 'lint'], { cwd: aGitRepository({ ...smallModel(), 'lanekeeper.yaml': 'version: [\n' }).folder })
    expect(run.exit).toBe(2)
    const document = documentOf<{ diagnostics: { severity: string }[]; counts: { errors: number; warnings: number } }>(run)
    expect(Object.keys(document)).toEqual(['version', 'repository', 'modelDigest', 'diagnostics', 'counts'])
    expect(document.counts.errors + document.counts.warnings).toBe(document.diagnostics.length)
    expect(document.counts.errors).toBeGreaterThan(0)
  })

  it('holds the model against the tracked files', async () => {
    const repository = aGitRepository({ ...smallModel(), 'packages/platform/billing/ledger.go': 'x' })
    const packets =
      'schema: lanekeeper.extraction-packets.v1\npackets:\n  - domain_id: gpuaas\n    decision: { recommendation: keep, decided_on: 2026-01-01, document: doc/absent.md }\n'
    repository.write({ '.fairway/artifacts/platform-shared-services-extraction-packets.yaml': packets }).commit()
    const run = await runCommand(['lint', '--json'], { cwd: repository.folder })
    expect(documentOf(run)).toMatchObject({ diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'document-absent' })]) })
  })

  it('works in a folder that is no git repository, and says that nothing is declared', async () => {
    const run = await runCommand(['lint', '--repo', aFolder('empty')], { cwd: '/' })
    expect(run.out).toContain('no-lanes')
  })

  it('does not follow a map that is a link out of the repository, and says so', async () => {
    const files = smallModel()
    const outside = aGitRepository(files)
    const { [SMALL_MODEL_PLACES.packageMap]: _, ...rest } = files
    const repository = aGitRepository(rest)
    symlinkSync(join(outside.folder, SMALL_MODEL_PLACES.packageMap), join(repository.folder, 'x.md'))
    repository.link(SMALL_MODEL_PLACES.packageMap, join(outside.folder, SMALL_MODEL_PLACES.packageMap))
    const run = await runCommand(['lint'], { cwd: repository.folder })
    expect(run.notes).toContain(`${SMALL_MODEL_PLACES.packageMap} is a link that leads out of the repository`)
    expect(run.out).toContain('0 map rows')
  })
})
