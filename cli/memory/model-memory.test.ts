import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCommand } from '#test/cli/run-command.ts'
import { SMALL_MODEL_PLACES, smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository } from '#test/git-repository.ts'
import type { ModelMemory } from './model-memory.ts'

const LEDGER = 'packages/platform/billing/ledger.go'

function aMemory(version = 'one'): ModelMemory {
  return { folder: join(aFolder(), 'models'), version }
}

/** The same plan three times: without a memory, with an empty one, and with what that run has kept. */
async function thrice(words: readonly string[], cwd: string, memory: ModelMemory, input = '') {
  const never = await runCommand(words, { cwd, input })
  const first = await runCommand(words, { cwd, input, memory })
  const again = await runCommand(words, { cwd, input, memory })
  return { never, first, again }
}

describe('a model that was read before is recalled, and the answer is the same to the byte', () => {
  it('of the working tree', async () => {
    const memory = aMemory()
    const { never, first, again } = await thrice(
      ['plan', '--json', '--files-from', '-'],
      aGitRepository(smallModel()).folder,
      memory,
      `${LEDGER}\ntools/x.sh\n`,
    )
    expect(first).toEqual(never)
    expect(again).toEqual(never)
    expect(readdirSync(memory.folder)).toHaveLength(1)
  })

  it('of a commit', async () => {
    const repository = aGitRepository(smallModel())
    repository.commit()
    repository.write({ [LEDGER]: 'x\n' }).commit()
    const memory = aMemory()
    const { never, first, again } = await thrice(['plan', '--json', '--base', 'HEAD~1'], repository.folder, memory)
    expect([first, again]).toEqual([never, never])
    expect(readdirSync(memory.folder)).toHaveLength(1)
  })

  it('with its faults: a model that could not be read is not better the second time', async () => {
    const files = { ...smallModel(), [SMALL_MODEL_PLACES.packageMap]: '| Package | Domain |\n| --- | --- |\n| `/absolute` | gpuaas |\n' }
    const { never, again } = await thrice(['plan', '--json', '--files-from', '-'], aGitRepository(files).folder, aMemory(), LEDGER)
    expect(never.out).toContain('pattern-absolute')
    expect(again).toEqual(never)
  })
})

describe('whatever happened to the working tree since, the answer is that of reading it now', () => {
  it('for any change of its files', async () => {
    const paths = [
      ...Object.keys(smallModel()),
      'doc/governance/routing-rules.yaml',
      'doc/architecture/platform-foundation/domain-lanes/new.yaml',
    ]
    const edit = fc.record({
      path: fc.constantFrom(...paths),
      text: fc.constantFrom(null, '', ...Object.values(smallModel()), 'version: 1\nrepository: other\ndomain_lanes: gov\n'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 4 }), async (edits) => {
        const repository = aGitRepository(smallModel())
        const memory = aMemory()
        const words = ['plan', '--json', '--repo', repository.folder, '--files-from', '-']
        await runCommand(words, { cwd: '/', input: LEDGER, memory })
        for (const { path, text } of edits)
          if (text !== null || statSync(join(repository.folder, path), { throwIfNoEntry: false })) repository.write({ [path]: text })
        const fresh = await runCommand(words, { cwd: '/', input: LEDGER })
        expect(await runCommand(words, { cwd: '/', input: LEDGER, memory })).toEqual(fresh)
      }),
      { numRuns: 25 },
    )
  })
})

describe('nothing is decided by the memory', () => {
  it('one that is torn, or of another program, is none', async () => {
    const { folder } = aGitRepository(smallModel())
    const memory = aMemory()
    const words = ['plan', '--json', '--files-from', '-']
    const fresh = await runCommand(words, { cwd: folder, input: LEDGER, memory })
    const [name = ''] = readdirSync(memory.folder)
    writeFileSync(join(memory.folder, name), readFileSync(join(memory.folder, name), 'utf8').slice(0, -10))
    expect(await runCommand(words, { cwd: folder, input: LEDGER, memory })).toEqual(fresh)
    expect(await runCommand(words, { cwd: folder, input: LEDGER, memory: { ...memory, version: 'two' } })).toEqual(fresh)
    expect(readdirSync(memory.folder)).toHaveLength(2)
  })

  it('one that cannot be written is none', async () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    const run = await runCommand(['plan', '--json', '--files-from', '-'], {
      cwd: aGitRepository(smallModel()).folder,
      input: LEDGER,
      memory: { folder: join(file, 'x'), version: 'one' },
    })
    expect(run).toMatchObject({ exit: 0, notes: '' })
  })

  it('keeps a bounded number of models', async () => {
    const memory = aMemory()
    const repository = aGitRepository(smallModel())
    repository.commit()
    for (let at = 0; at < 45; at += 1) {
      await runCommand(['plan', '--files-from', '-', '--repo', repository.folder], {
        cwd: '/',
        input: LEDGER,
        memory: { ...memory, version: `${at}` },
      })
    }
    expect(readdirSync(memory.folder).length).toBeLessThanOrEqual(40)
  })
})
