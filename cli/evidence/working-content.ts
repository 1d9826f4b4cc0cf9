import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { textOf } from '#cli/bytes.ts'
import { type GitPlace, requireGit } from '#cli/git/git-process.ts'
import type { Repository } from '#cli/git/repository.ts'
import type { Content } from '#lib/model/content.ts'
import { headContent } from './content-options.ts'

/** What a command that runs in the working tree runs on. */
export interface WorkingContent {
  readonly content: Content
  /** True when tracked files differ from HEAD: then only the tree is named, because no commit has it. */
  readonly differs: boolean
}

/**
 * The content of the working tree as git would commit it: HEAD and its tree, or, when a tracked file differs, the tree of the files as
 * they lie there. A result must not name a commit that it did not run on.
 */
export async function workingContent(repository: Repository): Promise<WorkingContent> {
  const head = await headContent(repository)
  const { git } = repository
  if (git === null || repository.bare) return { content: head, differs: false }
  const gitTree = await treeOfFiles(git)
  return gitTree === head.gitTree ? { content: head, differs: false } : { content: { gitTree }, differs: true }
}

/** Written with an index and objects of its own: nothing in the repository changes, whatever else runs in it. */
async function treeOfFiles(git: GitPlace): Promise<string> {
  const ask = async (...args: string[]) => textOf(await requireGit(git, args)).replace(/\n$/, '')
  const [index = '', objects = ''] = (await ask('rev-parse', '--git-path', 'index', '--git-path', 'objects')).split('\n')
  const folder = mkdtempSync(join(tmpdir(), 'lanekeeper-tree-'))
  try {
    // A clone without a checkout has no index, and no files either: its tree is the empty one.
    if (existsSync(resolve(git.folder, index))) copyFileSync(resolve(git.folder, index), join(folder, 'index'))
    const others = [resolve(git.folder, objects), git.env.GIT_ALTERNATE_OBJECT_DIRECTORIES ?? ''].filter((path) => path !== '')
    const env = {
      ...git.env,
      GIT_INDEX_FILE: join(folder, 'index'),
      GIT_OBJECT_DIRECTORY: folder,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: others.join(delimiter),
    }
    await requireGit({ ...git, env }, ['add', '-u'])
    return textOf(await requireGit({ ...git, env }, ['write-tree'])).trim()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
