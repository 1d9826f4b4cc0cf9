import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository, GIT_TEST_ENVIRONMENT, type GitRepository, withoutGit } from '#test/git-repository.ts'

const ROOT = resolve('.')
const BIN = join(ROOT, 'bin/lanekeeper')
const ENV = { ...withoutGit(), ...GIT_TEST_ENVIRONMENT }

function run(bin: string, words: readonly string[], given: { cwd: string; env?: Record<string, string>; input?: string }) {
  return spawnSync(bin, words, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, ...given, env: { ...ENV, ...given.env } })
}

/** What a fresh clone holds after its packages are installed. */
function aFreshClone(): string {
  const folder = aFolder('clone')
  for (const path of ['bin', 'cli', 'lib', 'scripts', 'package.json', 'package-lock.json']) {
    cpSync(join(ROOT, path), join(folder, path), { recursive: true, filter: (source) => !source.includes(join('lib', 'generated')) })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

describe('bin/lanekeeper works after an install, without a build', () => {
  let repository: GitRepository
  beforeAll(() => {
    repository = aGitRepository({ ...smallModel(), 'packages/platform/billing/ledger.go': 'a\n' })
    repository.commit()
  })

  it('in a fresh clone: it bundles itself once, and again when a source changes', () => {
    const clone = aFreshClone()
    const bin = join(clone, 'bin/lanekeeper')
    const bundles = () => readdirSync(join(clone, '.cache/cli')).filter((name) => name !== 'bundle.json')
    expect(run(bin, ['--version'], { cwd: '/' })).toMatchObject({ status: 0, stderr: '' })
    expect(run(bin, ['--version'], { cwd: '/' })).toMatchObject({ status: 0 })
    expect(bundles()).toHaveLength(1)
    writeFileSync(
      join(clone, 'cli/exit-code.ts'),
      `export const EXIT = { yes: 0, no: 1, input: 22, unreachable: 3, waiting: 5, bug: 70 }\n`,
    )
    expect(run(bin, ['nonsense'], { cwd: '/' }).status).toBe(22)
    expect(bundles()).toHaveLength(2)
  })

  it('when many first runs start at once', async () => {
    const bin = join(aFreshClone(), 'bin/lanekeeper')
    const runs = Array.from({ length: 6 }, () =>
      spawn(bin, ['lint', '--json', '--repo', repository.folder], { env: ENV, stdio: ['ignore', 'pipe', 'pipe'] }),
    )
    expect(await Promise.all(runs.map(exitOf))).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('where the clone cannot be written', () => {
    const clone = aFreshClone()
    writeFileSync(join(clone, '.cache'), 'in the way')
    const temporary = aFolder('tmp')
    const bin = join(clone, 'bin/lanekeeper')
    for (const _ of [1, 2])
      expect(run(bin, ['--version'], { cwd: '/', env: { TMPDIR: temporary } })).toMatchObject({ status: 0, stderr: '' })
    const [cache] = readdirSync(temporary)
    expect(readdirSync(temporary)).toHaveLength(1)
    // A folder that others may write to could hold a bundle of theirs: it is not loaded from.
    chmodSync(join(temporary, cache ?? ''), 0o777)
    expect(run(bin, ['--version'], { cwd: '/', env: { TMPDIR: temporary } })).toMatchObject({ status: 0 })
    expect(readdirSync(temporary).length).toBeGreaterThan(1)
  })

  it('says what to run when the packages are not installed', () => {
    const clone = aFreshClone()
    rmSync(join(clone, 'node_modules'))
    const ran = run(join(clone, 'bin/lanekeeper'), ['lint', '--json'], { cwd: '/' })
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain('npm ci')
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: 'not-installed' } })
  })

  it('writes all of a large answer into a pipe', () => {
    const input = Array.from({ length: 3_000 }, (_, at) => `tools/deep/folder/file-${at}.sh\n`).join('')
    const { status, stdout } = run(BIN, ['plan', '--json', '--files-from', '-'], { cwd: repository.folder, input })
    expect(status).toBe(0)
    expect(stdout.length).toBeGreaterThan(1024 * 1024)
    expect(JSON.parse(stdout).files).toHaveLength(3_000)
  })

  it('does not mind a reader that goes away early', () => {
    const list = join(aFolder(), 'list.txt')
    writeFileSync(list, Array.from({ length: 3_000 }, (_, at) => `tools/file-${at}.sh\n`).join(''))
    const script = `"${BIN}" plan --json --files-from "${list}" 2>err.txt | head -1; cat err.txt >&2; exit \${PIPESTATUS[0]}`
    const ran = spawnSync('bash', ['-c', script], { cwd: repository.folder, env: ENV, encoding: 'utf8' })
    expect(ran).toMatchObject({ status: 0, stdout: '{\n', stderr: '' })
    rmSync(join(repository.folder, 'err.txt'))
  })

  it('in a git hook: the repository of the hook without --repo, the named one with it', () => {
    const named = aGitRepository({ ...smallModel(), 'lanekeeper.yaml': 'version: 1\nrepository: named\n' })
    named.commit()
    const hooks = join(repository.folder, '.git/hooks')
    mkdirSync(hooks, { recursive: true })
    const lint = `"${BIN}" lint --json`
    writeFileSync(
      join(hooks, 'pre-commit'),
      `#!/bin/sh\n${lint} > "$OUT/own.json" && ${lint} --repo "${named.folder}" > "$OUT/named.json"\n`,
      { mode: 0o755 },
    )
    const out = aFolder()
    repository.write({ 'a.txt': 'a' }).git('add', '-A')
    execFileSync('git', ['commit', '-q', '-m', 'with a hook'], { cwd: repository.folder, env: { ...ENV, OUT: out } })
    rmSync(join(hooks, 'pre-commit'))
    const names = ['own.json', 'named.json'].map(
      (name) => JSON.parse(execFileSync('cat', [join(out, name)], { encoding: 'utf8' })).repository,
    )
    expect(names).toEqual(['platform', 'named'])
  })

  it('leaves nothing behind in the repository it looks at', () => {
    const before = repository.git('status', '--porcelain', '--ignored')
    run(BIN, ['plan', '--base', 'HEAD'], { cwd: repository.folder })
    run(BIN, ['lint'], { cwd: repository.folder })
    expect(repository.git('status', '--porcelain', '--ignored')).toBe(before)
    expect(existsSync(join(repository.folder, '.git/index.lock'))).toBe(false)
  })
})

function exitOf(child: ChildProcess): Promise<number | null> {
  child.stdout?.resume()
  child.stderr?.resume()
  return new Promise((done) => child.on('close', done))
}
