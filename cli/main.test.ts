import { describe, expect, it } from 'vitest'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aGitRepository } from '#test/git-repository.ts'
import { main } from './main.ts'

const { folder } = aGitRepository(smallModel())
const run = (...words: string[]) => runCommand(words, { cwd: folder, input: 'a.txt\n' })

describe('usage faults are exit 2, with a suggestion', () => {
  it.each([
    [['plna'], 'Did you mean plan?'],
    [['plan', '--bsae', 'x'], 'Did you mean --base?'],
    [['plan'], '--base REV'],
    [['plan', '--base', 'main', '--files-from', '-'], 'Give one of them'],
    [['plan', '--files-from', '-', '--head', 'x'], 'Leave --head out'],
    [['plan', '--files-from', '-', '--format', 'xml'], 'github-matrix'],
    [['plan', '--files-from', '-', 'stray'], ''],
    [['explain', '--files-from', '-'], 'gate'],
    [['owner'], 'path'],
    [[], 'lanekeeper --help'],
  ])('%j: %s', async (words, says) => {
    const { exit, out, notes } = await run(...words)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(notes).toMatch(/^lanekeeper: /)
    expect(notes).toContain(says)
  })
})

describe('--json prints exactly one document, also for faults', () => {
  it.each([
    [['--json', 'plna']],
    [['plna', '--json']],
    [['plan', '--json']],
    [['plan', '--format', 'json']],
    [['plan', '--format=json', '--unknown']],
    [['plan', '--files-from', '-', '--format', 'gitlab', '--json']],
    [['owner', '--json']],
    [['--json']],
  ])('%j', async (words) => {
    const answer = await run(...words)
    expect(answer.exit).toBe(2)
    expect(documentOf(answer)).toEqual({ error: { code: 'usage', message: expect.stringMatching(/\w/), hint: expect.any(String) } })
  })

  it('takes --json before and after the command', async () => {
    expect((await run('--json', 'lint')).out).toBe((await run('lint', '--json')).out)
  })
})

describe('help and version are answers', () => {
  it.each([[['--help']], [['plan', '--help']], [['help', 'plan']], [['--version']]])('%j', async (words) => {
    const answer = await run(...words)
    expect(answer).toMatchObject({ exit: 0, notes: '' })
    expect(answer.out).toMatch(/lanekeeper|^\d+\.\d+\.\d+\n$/)
  })

  it('each command names the options that hold everywhere', async () => {
    for (const command of ['init', 'lint', 'plan', 'explain', 'owner', 'sync']) {
      const { out } = await run(command, '--help')
      for (const option of ['--json', '--repo', '--server', '--token']) expect(out).toContain(option)
    }
  })
})

describe('our own bug is exit 70, with its cause and stack on standard error', () => {
  it('and one document with --json', async () => {
    let [out, notes] = ['', '']
    const exit = await main(['plan', '--json', '--files-from', '-'], {
      print: (text) => {
        out += text
      },
      note: (text) => {
        notes += text
      },
      readInput: () => Promise.reject(new Error('the pipe burst', { cause: new Error('water') })),
      env: { ...process.env },
      cwd: folder,
      memory: null,
      columns: null,
      isPerson: false,
    })
    expect(exit).toBe(70)
    expect(notes).toMatch(/the pipe burst[\s\S]+at [\s\S]+caused by Error: water/)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'internal', message: 'the pipe burst' } })
  })
})
