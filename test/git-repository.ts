import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** A real git repository in a temporary folder, with fixed names and dates: the same steps give the same commits. */
export interface GitRepository {
  readonly folder: string
  /** Runs git in the repository and gives what it prints, without the last line break. */
  git(...args: readonly string[]): string
  /** Writes files; null deletes one. A path of bytes may be no UTF-8. */
  write(files: Readonly<Record<string, string | null>>): GitRepository
  writeBytes(path: Buffer, text: string): GitRepository
  link(path: string, target: string): GitRepository
  makeExecutable(path: string): GitRepository
  /** Commits everything and gives the commit's id. */
  commit(message?: string): string
}

const made: string[] = []

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is removed when the tests of the file are over. */
export function aFolder(name = 'folder'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-test-')))
  made.push(folder)
  const inner = join(folder, name)
  mkdirSync(inner)
  return inner
}

/** A new repository on branch `main`, without a commit. */
export function aGitRepository(files: Readonly<Record<string, string>> = {}, name = 'platform'): GitRepository {
  const folder = aFolder(name)
  gitIn(folder, 'init', '-q', '-b', 'main')
  return openGitRepository(folder).write(files)
}

/** A repository that is there already, such as a clone. */
export function openGitRepository(folder: string): GitRepository {
  const repository: GitRepository = {
    folder,
    git: (...args) => gitIn(folder, ...args),
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        const target = join(folder, path)
        if (text === null) rmSync(target)
        else {
          mkdirSync(dirname(target), { recursive: true })
          writeFileSync(target, text)
        }
      }
      return repository
    },
    writeBytes: (path, text) => {
      writeFileSync(Buffer.from(`${folder}/${path.toString('latin1')}`, 'latin1'), text)
      return repository
    },
    link: (path, target) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      symlinkSync(target, join(folder, path))
      return repository
    },
    makeExecutable: (path) => {
      chmodSync(join(folder, path), 0o755)
      return repository
    },
    commit: (message = 'A change') => {
      gitIn(folder, 'add', '-A')
      gitIn(folder, 'commit', '-q', '--allow-empty', '-m', message)
      return gitIn(folder, 'rev-parse', 'HEAD')
    },
  }
  return repository
}

/** A clone of a repository beside it. */
export function aClone(of: GitRepository, ...options: readonly string[]): GitRepository {
  const folder = join(aFolder(), 'platform')
  gitIn(dirname(folder), 'clone', '-q', ...options, `file://${of.folder}`, folder)
  return openGitRepository(folder)
}

/** The environment of a machine without any git settings of its own. */
export const GIT_TEST_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.test',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.test',
  GIT_AUTHOR_DATE: '2026-01-05T09:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-05T09:00:00Z',
}

function gitIn(folder: string, ...args: readonly string[]): string {
  const settings = ['-c', 'protocol.file.allow=always', '-c', 'core.autocrlf=false', '-c', 'commit.gpgsign=false']
  const env = { ...withoutGit(), HOME: folder, ...GIT_TEST_ENVIRONMENT }
  return execFileSync('git', [...settings, ...args], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).replace(
    /\n$/,
    '',
  )
}

/** This process's environment without what git, colour or Lanekeeper variables of the machine would add to a test. */
export function withoutGit(): NodeJS.ProcessEnv {
  const env = { ...process.env }
  for (const name of Object.keys(env)) if (/^(GIT_|LANEKEEPER_|NO_COLOR$|FORCE_COLOR$)/.test(name)) delete env[name]
  return env
}
