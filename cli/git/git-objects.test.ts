import { describe, expect, it } from 'vitest'
import { textOf } from '#cli/bytes.ts'
import { aGitRepository, GIT_TEST_ENVIRONMENT } from '#test/git-repository.ts'
import { gitEnvironment } from './git-environment.ts'
import { type GitObjects, openGitObjects } from './git-objects.ts'

async function reading<T>(folder: string, read: (objects: GitObjects) => Promise<T>): Promise<T> {
  const objects = openGitObjects({ folder, env: gitEnvironment({ ...process.env, ...GIT_TEST_ENVIRONMENT }, true) })
  try {
    return await read(objects)
  } finally {
    objects.close()
  }
}

describe('objects are read through one process, in the order they are asked for', () => {
  it('answers many questions asked at once, each with its own', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`f/${at}.txt`, `${at}\n`.repeat(at)]))
    const repository = aGitRepository(files)
    const head = repository.commit()
    const texts = await reading(repository.folder, (objects) =>
      Promise.all(Object.keys(files).map(async (path) => [path, await objects.read(`${head}:${path}`)] as const)),
    )
    for (const [path, found] of texts) expect(found.state === 'found' && textOf(found.bytes)).toBe(files[path])
  })

  it('says what is missing, what is ambiguous, and follows links only inside the repository', async () => {
    const repository = aGitRepository({ 'a.md': 'a\n', 'b c.md': 'b\n' })
      .link('in.md', 'a.md')
      .link('out.md', '/etc/hosts')
      .link('up.md', '../x')
      .link('loop', 'loop')
    repository.commit()
    const states = await reading(repository.folder, async (objects) => {
      const names = [
        'HEAD:a.md',
        'HEAD:b c.md',
        'HEAD:in.md',
        'HEAD:out.md',
        'HEAD:up.md',
        'HEAD:loop',
        'HEAD:a.md/x',
        'nothing^{commit}',
        'HEAD^{commit}',
      ]
      return Promise.all(names.map(async (name) => (await objects.read(name)).state))
    })
    expect(states).toEqual(['found', 'found', 'found', 'outside', 'outside', 'missing', 'missing', 'missing', 'found'])
  })

  it('keeps the beginning of a file that is too large for any reader', async () => {
    const repository = aGitRepository({ 'large.bin': 'x'.repeat(20 * 1024 * 1024), 'small.txt': 'after\n' })
    repository.commit()
    const [large, small] = await reading(repository.folder, (objects) =>
      Promise.all([objects.read('HEAD:large.bin'), objects.read('HEAD:small.txt')]),
    )
    expect(large.state === 'found' && large.bytes.length).toBe(16 * 1024 * 1024)
    expect(small.state === 'found' && textOf(small.bytes)).toBe('after\n')
  })

  it('faults when git ends early, and never answers "absent" instead', async () => {
    const repository = aGitRepository()
    await expect(reading(`${repository.folder}/.git/objects`, (objects) => objects.read('HEAD:x'))).resolves.toEqual({ state: 'missing' })
    await expect(reading('/', (objects) => objects.read('HEAD:x'))).rejects.toMatchObject({ code: 'git-failed' })
  })
})
