import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { SMALL_MODEL_PLACES, smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository, type GitRepository } from '#test/git-repository.ts'

const LEDGER = 'packages/platform/billing/ledger.go'

async function planOf(repository: GitRepository, input: string | Uint8Array): Promise<GatePlan> {
  const run = await runCommand(['plan', '--json', '--files-from', '-'], { cwd: repository.folder, input })
  expect(run).toMatchObject({ exit: 0 })
  return documentOf(run)
}

describe('--files-from takes one path a line and reads the model from the working tree', () => {
  it('from standard input', async () => {
    const plan = await planOf(aGitRepository(smallModel()), `${LEDGER}\ntools/x.sh\n`)
    expect(plan).toMatchObject({ base: null, head: null, unmapped: ['tools/x.sh'], domains: ['platform-billing'] })
    expect(plan.files.map(({ path }) => path)).toEqual([LEDGER, 'tools/x.sh'])
  })

  it('from a file, relative to the current folder', async () => {
    const repository = aGitRepository(smallModel())
    const lists = aFolder()
    writeFileSync(join(lists, 'changed.txt'), `${LEDGER}\n`)
    const run = await runCommand(['plan', '--json', '--repo', repository.folder, '--files-from', 'changed.txt'], { cwd: lists })
    expect(documentOf<GatePlan>(run).domains).toEqual(['platform-billing'])
  })

  it('sees what is not committed', async () => {
    const repository = aGitRepository({ 'a.txt': 'a' })
    repository.commit()
    repository.write(smallModel())
    expect((await planOf(repository, LEDGER)).domains).toEqual(['platform-billing'])
  })

  it('works in a folder that is no git repository', async () => {
    const folder = aFolder()
    const run = await runCommand(['plan', '--json', '--repo', folder, '--files-from', '-'], { cwd: '/', input: LEDGER })
    expect(run).toMatchObject({ exit: 0 })
    expect(documentOf<GatePlan>(run).gates.length).toBeGreaterThan(0)
  })

  it('does not take an empty list for "nothing affected"', async () => {
    const plan = await planOf(aGitRepository(smallModel()), '')
    expect(plan.diagnostics).toContainEqual(expect.objectContaining({ code: 'change-empty' }))
    expect(plan.gates.map(({ id }) => id)).toEqual(expect.arrayContaining(['global/contracts', 'global/boundary_guard']))
  })

  it.each(['nothing.txt', '.'])('faults for a list that cannot be read: %s', async (list) => {
    const run = await runCommand(['plan', '--json', '--files-from', list], { cwd: aGitRepository(smallModel()).folder })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'file-unreadable' } })
  })

  it('faults for a bare repository, which has no working tree', async () => {
    const repository = aGitRepository()
    const run = await runCommand(['plan', '--json', '--repo', join(repository.folder, '.git'), '--files-from', '-'], {
      cwd: '/',
      input: LEDGER,
    })
    expect(run.exit).toBe(2)
    expect(documentOf(run)).toMatchObject({ error: { code: 'bare-repository' } })
  })
})

describe('whatever the list holds, the answer is one document with at least one gate', () => {
  it('bytes of any kind', async () => {
    const repository = aGitRepository(smallModel())
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const plan = await planOf(repository, bytes)
        expect(plan.gates.length).toBeGreaterThan(0)
        const errors = plan.diagnostics.filter(({ severity }) => severity === 'error')
        expect(plan.files.length + errors.length).toBeGreaterThan(0)
      }),
      { numRuns: 50 },
    )
  })
})

describe('hostile maps give located faults and broad gates, never a crash or a smaller plan', () => {
  const row = '| `packages/platform/billing/**` | platform-billing | @billing |\n'
  const table = (rows: string) => `| Package | Domain | Owner |\n| --- | --- | --- |\n${rows}`

  it.each([
    ['a megabyte in one cell', table(`| \`${'a'.repeat(1_000_000)}\` | platform-billing | x |\n`)],
    ['a NUL', table(`${row}| \`a\0b\` | platform-billing | x |\n`)],
    ['no UTF-8', Buffer.from([...Buffer.from(table(row)), 0xff, 0xfe, 0x0a])],
    ['an absolute pattern', table('| `/etc/**` | platform-billing | x |\n')],
    ['a parent pattern', table('| `../x/**` | platform-billing | x |\n')],
    ['a negation', table('| `!packages/**` | platform-billing | x |\n')],
    ['ten thousand alternatives', table(`| \`${'{a,b}'.repeat(20)}\` | platform-billing | x |\n`)],
    ['a fence that never ends', `\`\`\`\n${table(row)}`],
  ])('%s', async (_, map) => {
    const repository = aGitRepository(smallModel())
    writeFileSync(join(repository.folder, SMALL_MODEL_PLACES.packageMap), map)
    const plan = await planOf(repository, LEDGER)
    const errors = plan.diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors[0]).toMatchObject({ file: SMALL_MODEL_PLACES.packageMap, line: expect.any(Number), hint: expect.stringMatching(/\w/) })
    expect(plan.unmapped).toContain(LEDGER)
    expect(plan.reviews).toContainEqual(expect.objectContaining({ domain: 'architecture' }))
    expect(plan.gates.map(({ id }) => id)).toEqual(expect.arrayContaining(['global/contracts', 'global/boundary_guard']))
    const lint = await runCommand(['lint', '--json'], { cwd: repository.folder })
    expect(lint.exit).toBe(2)
    expect(documentOf(lint)).toMatchObject({ counts: { errors: expect.any(Number) } })
  })
})
