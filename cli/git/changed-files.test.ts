import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, aGitRepository, GIT_TEST_ENVIRONMENT, type GitRepository } from '#test/git-repository.ts'
import { readChangedFiles } from './changed-files.ts'
import { gitEnvironment } from './git-environment.ts'

const LONG = Array.from({ length: 40 }, (_, at) => `line ${at} of a file that is long enough to be recognised\n`).join('')

/** The changed files of the last commit of a repository. */
async function changedIn(repository: GitRepository, prefix = '') {
  const env = gitEnvironment({ ...process.env, ...GIT_TEST_ENVIRONMENT }, true)
  return readChangedFiles(
    { folder: repository.folder, env },
    [repository.git('rev-parse', 'HEAD~1')],
    repository.git('rev-parse', 'HEAD'),
    prefix,
  )
}

function aRepositoryWith(files: Record<string, string>): GitRepository {
  const repository = aGitRepository(files)
  repository.commit('Before')
  return repository
}

describe('a renamed or copied file counts by both paths, a deleted one by its old path; mode changes, symlinks and submodules count', () => {
  it('additions, modifications and deletions', async () => {
    const repository = aRepositoryWith({ 'kept.txt': 'a', 'gone.txt': 'b' })
    repository.write({ 'kept.txt': 'aa', 'gone.txt': null, 'new.txt': 'c' }).commit()
    const { files, diagnostics } = await changedIn(repository)
    expect(files).toEqual([
      { path: 'gone.txt', change: 'deleted' },
      { path: 'kept.txt', change: 'modified' },
      { path: 'new.txt', change: 'added' },
    ])
    expect(diagnostics).toEqual([])
  })

  it('a rename is both its paths, each naming the other', async () => {
    const repository = aRepositoryWith({ 'a/old.txt': LONG })
    repository.git('mv', 'a/old.txt', 'new.txt')
    repository.write({ 'new.txt': `${LONG}more\n` }).commit()
    const { files } = await changedIn(repository)
    expect(files).toHaveLength(2)
    expect(files).toContainEqual({ path: 'a/old.txt', change: 'renamed', to: 'new.txt' })
    expect(files).toContainEqual({ path: 'new.txt', change: 'renamed', from: 'a/old.txt' })
  })

  it('a copy is both its paths', async () => {
    const repository = aRepositoryWith({ 'original.txt': LONG })
    repository.write({ 'original.txt': `${LONG}more\n`, 'copy.txt': LONG }).commit()
    const { files } = await changedIn(repository)
    expect(files.map(({ path }) => path).sort()).toEqual(expect.arrayContaining(['copy.txt', 'original.txt']))
    expect(files).toContainEqual({ path: 'copy.txt', change: 'copied', from: 'original.txt' })
  })

  it('a change of mode alone', async () => {
    const repository = aRepositoryWith({ 'run.sh': 'exit 0\n' })
    repository.makeExecutable('run.sh').commit()
    expect((await changedIn(repository)).files).toEqual([{ path: 'run.sh', change: 'modified' }])
  })

  it('a file that becomes a link', async () => {
    const repository = aRepositoryWith({ 'a.txt': LONG, 'b.txt': 'b' })
    repository.write({ 'a.txt': null }).link('a.txt', 'b.txt').commit()
    expect((await changedIn(repository)).files).toEqual([{ path: 'a.txt', change: 'type-changed' }])
  })

  it('a submodule that moves on, even where the repository asks to ignore submodules', async () => {
    const library = aRepositoryWith({ 'lib.txt': '1' })
    const repository = aRepositoryWith({ 'a.txt': 'a' })
    repository.git('submodule', '--quiet', 'add', `file://${library.folder}`, 'vendor/lib')
    repository.git('config', '-f', '.gitmodules', 'submodule.vendor/lib.ignore', 'all')
    repository.commit('With submodule')
    library.write({ 'lib.txt': '2' }).commit()
    repository.git('-C', 'vendor/lib', 'pull', '-q')
    repository.git('config', 'diff.ignoreSubmodules', 'all')
    repository.git('update-index', '--cacheinfo', `160000,${library.git('rev-parse', 'HEAD')},vendor/lib`)
    repository.git('commit', '-q', '--allow-empty', '-m', 'Bump')
    expect((await changedIn(repository)).files).toEqual([{ path: 'vendor/lib', change: 'modified' }])
  })
})

describe('odd names are names', () => {
  const ODD = [
    ' leading space',
    'quote"and\'quote',
    'back\\slash',
    'tab\there',
    'new\nline',
    'naïve-名前-😀.md',
    '-rf',
    '--output=x',
    '$(touch canary)',
    'a -> b',
    ':(glob)**',
    '.hidden',
  ]

  it.each(ODD)('%j', async (name) => {
    const repository = aRepositoryWith({ 'a.txt': 'a' })
    repository.write({ [name]: 'x' }).commit()
    const { files, diagnostics } = await changedIn(repository)
    expect(files).toEqual([{ path: name, change: 'added' }])
    expect(diagnostics).toEqual([])
  })

  it('a name that is no UTF-8 is never dropped: it is listed, or an error says that the list is short', async () => {
    const repository = aRepositoryWith({ 'a.txt': 'a' })
    repository.writeBytes(Buffer.from([0x62, 0xff, 0xfe, 0x2e, 0x67, 0x6f]), 'x').commit()
    const { files, diagnostics } = await changedIn(repository)
    expect(files.length + diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0)
  })
})

describe('no setting of the repository shortens the list or runs a program', () => {
  it('external diff, text conversion, hooks, fsmonitor, order file, relative', async () => {
    const canary = join(aFolder(), 'canary')
    const evil = join(aFolder(), 'evil.sh')
    writeFileSync(evil, `#!/bin/sh\ntouch ${canary}\n`, { mode: 0o755 })
    const repository = aRepositoryWith({ 'a.txt': 'a', 'sub/b.txt': 'b', '.gitattributes': '*.txt diff=evil\n' })
    repository.write({ 'a.txt': 'aa', 'sub/b.txt': 'bb' }).commit()
    for (const [key, value] of [
      ['diff.external', evil],
      ['diff.evil.command', evil],
      ['diff.evil.textconv', evil],
      ['core.fsmonitor', evil],
      ['core.hooksPath', join(evil, '..')],
      ['diff.orderFile', join(repository.folder, 'nothing')],
      ['diff.relative', 'true'],
      ['diff.renames', 'false'],
      ['diff.noprefix', 'true'],
    ] as const) {
      repository.git('config', key, value)
    }
    expect((await changedIn(repository)).files.map(({ path }) => path)).toEqual(['a.txt', 'sub/b.txt'])
    expect(existsSync(canary)).toBe(false)
  })
})

describe('of a part of a repository, what changed in it, relative to it', () => {
  it('a file that moves out of the part is deleted there', async () => {
    const repository = aRepositoryWith({ 'part/a.txt': 'a', 'part/moves.txt': LONG, 'outside.txt': 'o' })
    repository.git('mv', 'part/moves.txt', 'moved.txt')
    repository.write({ 'part/a.txt': 'aa', 'outside.txt': 'oo' }).commit()
    expect((await changedIn(repository, 'part/')).files).toEqual([
      { path: 'a.txt', change: 'modified' },
      { path: 'moves.txt', change: 'deleted' },
    ])
  })
})

describe('several merge bases', () => {
  it('the union of what changed since each of them, every path once', async () => {
    const repository = aRepositoryWith({ 'a.txt': 'a', 'b.txt': 'b' })
    const one = repository.git('rev-parse', 'HEAD')
    repository.write({ 'a.txt': 'aa' })
    const two = repository.commit()
    const head = repository.write({ 'b.txt': 'bb', 'c.txt': 'c' }).commit()
    const env = gitEnvironment({ ...process.env, ...GIT_TEST_ENVIRONMENT }, true)
    const { files } = await readChangedFiles({ folder: repository.folder, env }, [two, one], head, '')
    expect(files.map(({ path }) => path)).toEqual(['b.txt', 'c.txt', 'a.txt'])
  })
})
