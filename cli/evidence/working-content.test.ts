import { describe, expect, it } from 'vitest'
import { locateRepository } from '#cli/git/repository.ts'
import { aClone, aGitRepository, type GitRepository, withoutGit } from '#test/git-repository.ts'
import { workingContent } from './working-content.ts'

const contentOf = async ({ folder }: GitRepository, repo?: string) =>
  workingContent(await locateRepository({ repo, cwd: folder, env: withoutGit() }))

/** Objects that a look would have left behind. */
const objects = (repository: GitRepository) => repository.git('count-objects', '-v')

describe('what the files of a working tree are, as git would commit them', () => {
  it.each<[string, (repository: GitRepository) => unknown]>([
    ['a file that differs', (repository) => repository.write({ 'a.txt': 'other\n' })],
    ['a file that is gone', (repository) => repository.write({ 'a.txt': null })],
    ['a change that is staged', (repository) => repository.write({ 'b/c.txt': 'staged\n' }).git('add', '-A')],
    ['a new file that is staged', (repository) => repository.write({ 'new.txt': 'new\n' }).git('add', '-A')],
    ['a file that became runnable', (repository) => repository.makeExecutable('a.txt')],
  ])('%s: the tree that a commit of it would have, and no commit', async (_, change) => {
    const repository = aGitRepository({ 'a.txt': 'a\n', 'b/c.txt': 'c\n' })
    repository.commit()
    change(repository)
    const [status, before] = [repository.git('status', '--porcelain'), objects(repository)]
    const found = await contentOf(repository)
    expect([repository.git('status', '--porcelain'), objects(repository)]).toEqual([status, before])
    repository.git('add', '-u')
    expect(found).toEqual({ content: { gitTree: repository.git('write-tree') }, differs: true })
  })

  it.each<[string, (repository: GitRepository) => unknown]>([
    ['nothing', () => undefined],
    ['a file that git does not track', (repository) => repository.write({ 'untracked.txt': 'x' })],
    ['a file that was written again as it was', (repository) => repository.write({ 'a.txt': 'a\n' })],
  ])('%s is no difference: HEAD and its tree', async (_, change) => {
    const repository = aGitRepository({ 'a.txt': 'a\n' })
    const gitCommit = repository.commit()
    change(repository)
    const gitTree = repository.git('rev-parse', 'HEAD^{tree}')
    expect(await contentOf(repository)).toEqual({ content: { gitCommit, gitTree }, differs: false })
  })

  it('sees a change outside of the folder that --repo names: the tree is of all of it', async () => {
    const repository = aGitRepository({ 'a.txt': 'a\n', 'sub/b.txt': 'b\n' })
    repository.commit()
    repository.write({ 'a.txt': 'other\n' })
    expect((await contentOf(repository, 'sub')).differs).toBe(true)
  })

  it('in a clone without files, the empty tree', async () => {
    const repository = aGitRepository({ 'a.txt': 'a\n' })
    repository.commit()
    const { content } = await contentOf(aClone(repository, '--no-checkout'))
    expect(content).toEqual({ gitTree: repository.git('hash-object', '-t', 'tree', '/dev/null') })
  })

  it('without a commit there is nothing to speak for', async () => {
    await expect(contentOf(aGitRepository({ 'a.txt': 'a\n' }))).rejects.toMatchObject({ code: 'content-unknown', exit: 2 })
  })
})
