import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { textOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import { visibleText } from '#lib/model/visible-text.ts'
import { gitEnvironment } from './git-environment.ts'
import { type GitAnswer, type GitPlace, runGit } from './git-process.ts'

/** The repository a command is about. */
export interface Repository {
  /** The folder that the model and all paths are relative to. */
  readonly root: string
  /** Used where the repository does not say its name. */
  readonly name: string
  /** Null when the folder is in no git repository. */
  readonly git: GitPlace | null
  readonly bare: boolean
  readonly shallow: boolean
  /** From the git root to `root`, ending in `/`; empty when they are the same. */
  readonly prefix: string
}

export interface RepositoryWish {
  /** `--repo`, as given. */
  readonly repo: string | undefined
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

/** Where git is to run for a wish, before anything is known about the repository. Faults when `--repo` is not a folder. */
export function gitPlaceFor(wish: RepositoryWish): GitPlace {
  const folder = resolve(wish.cwd, wish.repo ?? '.')
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CommandFault('not-a-folder', `--repo is not a folder: ${visibleText(folder, 300)}`, 'Give --repo the root of a repository.')
  }
  return { folder, env: gitEnvironment(wish.env, wish.repo !== undefined) }
}

/**
 * Finds the repository: the folder of `--repo`, or the git root of the current one. A folder that is in no git repository is one
 * without history. A repository that git does not want to open faults with git's own words.
 */
export async function locateRepository(wish: RepositoryWish): Promise<Repository> {
  return (await askRepository(wish, [])).repository
}

/**
 * Finds the repository and, in the same breath, what git says of some revisions: starting git costs more than anything it does here.
 * `commits` is empty when git does not know one of them.
 */
export async function askRepository(
  wish: RepositoryWish,
  revisions: readonly string[],
): Promise<{ repository: Repository; commits: string[] }> {
  const place = gitPlaceFor(wish)
  const answer = await runGit(place, ['rev-parse', '--is-bare-repository', '--is-shallow-repository', ...revisions, '--show-toplevel'])
  const [bare, shallow, ...lines] = textOf(answer.stdout).replace(/\n$/, '').split('\n')
  if (bare === undefined || shallow === undefined) return { repository: looseFolder(place, answer), commits: [] }
  const isCommit = (line: string) => /^\^?[0-9a-f]{40,64}$/.test(line)
  const commits = lines.filter(isCommit)
  if (revisions.length > 0 && commits.length === 0) return { ...(await askRepository(wish, [])), commits }
  if (answer.status !== 0) {
    const named = nameOf(basename(place.folder) === '.git' ? dirname(place.folder) : place.folder.replace(/\.git$/, ''))
    return { repository: { root: place.folder, name: named, git: place, bare: true, shallow: shallow === 'true', prefix: '' }, commits }
  }
  // What is left is the root; a folder's name may hold line breaks itself.
  const top = lines.slice(commits.length).join('\n')
  const root = wish.repo === undefined ? top : place.folder
  const inside = relative(realpathSync(top), realpathSync(root))
  const prefix = inside === '' ? '' : `${inside.split(sep).join('/')}/`
  const git = { ...place, folder: root }
  return { repository: { root, name: nameOf(root), git, bare: bare === 'true', shallow: shallow === 'true', prefix }, commits }
}

function looseFolder(place: GitPlace, answer: GitAnswer): Repository {
  if (seemsUnderGit(place)) {
    const message = `git does not open ${visibleText(place.folder, 300)}: ${answer.stderr.trim()}`
    throw new CommandFault('git-failed', message, 'Fix what git says, then run this again.')
  }
  return { root: place.folder, name: nameOf(place.folder), git: null, bare: false, shallow: false, prefix: '' }
}

function nameOf(folder: string): string {
  return basename(folder) || 'repository'
}

/** True when something here or above looks like a git repository, although git does not open it. */
function seemsUnderGit(place: GitPlace): boolean {
  if (place.env.GIT_DIR !== undefined) return true
  if (['HEAD', 'objects', 'refs'].every((name) => existsSync(join(place.folder, name)))) return true
  for (let folder = place.folder; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return true
    if (dirname(folder) === folder) return false
  }
}
