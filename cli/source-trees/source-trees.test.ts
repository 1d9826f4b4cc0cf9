import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { textOf } from '#cli/bytes.ts'
import { gitEnvironment } from '#cli/git/git-environment.ts'
import { openGitObjects } from '#cli/git/git-objects.ts'
import type { SourceTree } from '#lib/model/source-tree.ts'
import { aFolder, aGitRepository, GIT_TEST_ENVIRONMENT, type GitRepository } from '#test/git-repository.ts'
import { commitTree } from './commit-tree.ts'
import { recordingTree } from './recording-tree.ts'
import { leadingOutside, workingTree } from './working-tree.ts'

/** What a reader sees of a tree: the text of each path, or null, and the files of each folder. */
function look(tree: SourceTree, paths: readonly string[], folders: readonly string[]) {
  const text = (path: string) => {
    const bytes = tree.read(path)
    return bytes === null ? null : textOf(bytes)
  }
  return { texts: paths.map(text), lists: folders.map((folder) => tree.list(folder)) }
}

async function lookAtCommit<T>(repository: GitRepository, ask: (tree: SourceTree) => T, prefix = ''): Promise<T> {
  const objects = openGitObjects({ folder: repository.folder, env: gitEnvironment({ ...process.env, ...GIT_TEST_ENVIRONMENT }, true) })
  try {
    return await commitTree(objects, repository.git('rev-parse', 'HEAD'), prefix).settle(ask)
  } finally {
    objects.close()
  }
}

const PATHS = [
  'lanekeeper.yaml',
  'maps/a.md',
  'maps/odd name-é.md',
  'maps',
  'nothing',
  'maps/nothing',
  'linked.md',
  'out.md',
  'broken.md',
  '../a',
  '/etc/hosts',
  'maps//a.md',
  './lanekeeper.yaml',
  '',
]
const FOLDERS = ['maps', 'lanes', 'nothing', 'lanekeeper.yaml', 'maps/deep', 'out', 'linked-folder', '../', 'maps/']

function aTree(): GitRepository {
  const repository = aGitRepository({
    'lanekeeper.yaml': 'version: 1\n',
    'maps/a.md': '\ufeffa\r\n',
    'maps/odd name-é.md': 'odd\n',
    'maps/deep/b.md': 'b\n',
    'lanes/x.yaml': 'x: 1\n',
    'lanes/a.yaml': 'a: 1\n',
  })
  repository
    .link('linked.md', 'maps/a.md')
    .link('out.md', '/etc/hosts')
    .link('broken.md', 'nowhere')
    .link('out', '/etc')
    .link('linked-folder', 'maps')
  repository.commit()
  return repository
}

describe('the working tree and the commit show the same files', () => {
  it('read and list agree, links and absent files included', async () => {
    const repository = aTree()
    const onDisk = look(workingTree(repository.folder), PATHS.slice(0, 9), FOLDERS.slice(0, 7))
    const committed = await lookAtCommit(repository, (tree) => look(tree, PATHS.slice(0, 9), FOLDERS.slice(0, 7)))
    expect(committed).toEqual(onDisk)
    expect(onDisk.texts).toEqual(['version: 1\n', '\ufeffa\r\n', 'odd\n', null, null, null, '\ufeffa\r\n', null, null])
    expect(onDisk.lists[0]).toEqual(['maps/a.md', 'maps/odd name-é.md'])
    expect(onDisk.lists[1]).toEqual(['lanes/a.yaml', 'lanes/x.yaml'])
  })

  it('the commit of a part of a repository is relative to that part', async () => {
    const repository = aGitRepository({ 'part/maps/a.md': 'a\n', 'maps/a.md': 'not this one\n' })
    repository.commit()
    expect(await lookAtCommit(repository, (tree) => look(tree, ['maps/a.md'], ['maps', '.']), 'part/')).toEqual({
      texts: ['a\n'],
      lists: [['maps/a.md'], []],
    })
  })

  it('the commit does not see what is only in the work tree, nor lose what is only in the commit', async () => {
    const repository = aTree()
    repository.write({ 'lanekeeper.yaml': 'version: 2\n', 'lanes/new.yaml': 'n: 1\n', 'lanes/a.yaml': null })
    const seen = await lookAtCommit(repository, (tree) => look(tree, ['lanekeeper.yaml'], ['lanes']))
    expect(seen).toEqual({ texts: ['version: 1\n'], lists: [['lanes/a.yaml', 'lanes/x.yaml']] })
  })
})

describe('nothing outside the repository is read', () => {
  it.each(PATHS.slice(7))('%j is not there', async (path) => {
    const repository = aTree()
    if (path !== 'maps//a.md' && path !== './lanekeeper.yaml') expect(workingTree(repository.folder).read(path)).toBeNull()
    expect(await lookAtCommit(repository, (tree) => tree.read(path))).toBeNull()
  })

  it('a folder that is a link out of it has no files, and is told apart from an absent one', () => {
    const repository = aTree()
    expect(workingTree(repository.folder).list('out')).toEqual([])
    expect(leadingOutside(repository.folder, ['out', 'nothing', 'linked.md', 'out.md'])).toEqual(['out', 'out.md'])
  })

  it('a pipe in the place of a file does not keep a command waiting', () => {
    const folder = aFolder()
    spawnSync('mkfifo', [join(folder, 'lanekeeper.yaml')])
    expect(workingTree(folder).read('lanekeeper.yaml')).toBeNull()
    expect(workingTree(folder).list('')).toEqual([])
  })
})

describe('a commit that git cannot read in full is a fault, never a smaller model', () => {
  it('faults for a file that is listed and not there', async () => {
    const repository = aTree()
    const blob = repository.git('rev-parse', 'HEAD:lanes/x.yaml')
    rmSync(join(repository.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    await expect(lookAtCommit(repository, (tree) => tree.read('lanes/x.yaml'))).rejects.toMatchObject({ code: 'git-failed' })
  })
})

describe('a recording tree knows exactly what was read', () => {
  it('keeps each file that was asked for, there or not, and each folder', () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'a'), '1')
    writeFileSync(join(folder, 'b'), '2')
    const { tree, files, folders } = recordingTree(workingTree(folder))
    tree.list('')
    tree.read('a')
    tree.read('nothing')
    expect([...files].map(([path, bytes]) => [path, bytes?.length ?? null])).toEqual([
      ['a', 1],
      ['nothing', null],
    ])
    expect([...folders]).toEqual([['', ['a', 'b']]])
  })
})
