import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aClone, aFolder, aGitRepository, GIT_TEST_ENVIRONMENT } from '#test/git-repository.ts'
import { locateRepository } from './repository.ts'

const env = { ...process.env, ...GIT_TEST_ENVIRONMENT }

describe('the repository is the folder of --repo, or the git root of the current folder', () => {
  it('finds the root from a folder beneath it', async () => {
    const { folder } = aGitRepository({ 'a/b/c.txt': 'c' })
    const found = await locateRepository({ repo: undefined, cwd: join(folder, 'a/b'), env })
    expect(found).toMatchObject({ root: folder, name: 'platform', bare: false, shallow: false, prefix: '' })
  })

  it('takes --repo relative to the current folder', async () => {
    const { folder } = aGitRepository()
    expect(await locateRepository({ repo: 'platform', cwd: join(folder, '..'), env })).toMatchObject({ root: folder, prefix: '' })
  })

  it('takes a folder inside a git repository as a repository of its own, and says which part it is', async () => {
    const { folder } = aGitRepository({ 'examples/shop/a.txt': 'a' })
    expect(await locateRepository({ repo: 'examples/shop', cwd: folder, env })).toMatchObject({
      root: join(folder, 'examples/shop'),
      name: 'shop',
      prefix: 'examples/shop/',
    })
  })

  it('takes a folder without git as one without history', async () => {
    const folder = aFolder('loose files')
    expect(await locateRepository({ repo: folder, cwd: '/', env })).toMatchObject({ root: folder, name: 'loose files', git: null })
  })

  it('knows a bare repository and a shallow clone', async () => {
    const origin = aGitRepository({ a: '1' })
    origin.commit()
    origin.write({ a: '2' }).commit()
    expect(await locateRepository({ repo: aClone(origin, '--bare').folder, cwd: '/', env })).toMatchObject({ bare: true, shallow: false })
    expect(await locateRepository({ repo: aClone(origin, '--depth=1').folder, cwd: '/', env })).toMatchObject({
      bare: false,
      shallow: true,
    })
  })

  it('is not led astray by an outer git when --repo is given', async () => {
    const [here, elsewhere] = [aGitRepository(), aGitRepository()]
    const hook = { ...env, GIT_DIR: join(elsewhere.folder, '.git'), GIT_WORK_TREE: elsewhere.folder }
    expect(await locateRepository({ repo: here.folder, cwd: elsewhere.folder, env: hook })).toMatchObject({ root: here.folder })
    expect(await locateRepository({ repo: undefined, cwd: here.folder, env: hook })).toMatchObject({ root: elsewhere.folder })
  })

  it('finds the root through a link to the repository', async () => {
    const { folder } = aGitRepository({ 'a/x': 'x' })
    const link = join(aFolder(), 'link')
    symlinkSync(folder, link)
    expect(await locateRepository({ repo: link, cwd: '/', env })).toMatchObject({ root: link, prefix: '' })
  })

  it('faults for what is no folder', async () => {
    const { folder } = aGitRepository({ 'a.txt': 'a' })
    await expect(locateRepository({ repo: 'a.txt', cwd: folder, env })).rejects.toMatchObject({ code: 'not-a-folder', exit: 2 })
    await expect(locateRepository({ repo: 'nowhere', cwd: folder, env })).rejects.toMatchObject({ code: 'not-a-folder', exit: 2 })
  })

  it("faults with git's own words for a repository that git does not open, and does not take it for loose files", async () => {
    const folder = aFolder()
    mkdirSync(join(folder, '.git'))
    writeFileSync(join(folder, '.git/HEAD'), 'nonsense')
    await expect(locateRepository({ repo: folder, cwd: '/', env })).rejects.toMatchObject({ code: 'git-failed', exit: 2 })
  })
})
