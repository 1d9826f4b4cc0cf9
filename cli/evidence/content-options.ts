import { textOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import { requireGit, runGit } from '#cli/git/git-process.ts'
import type { Repository } from '#cli/git/repository.ts'
import { refuseHostileRevision } from '#cli/git/revision.ts'
import type { Content } from '#lib/model/content.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** The options that say what a result is about. */
export interface ContentOptions {
  readonly commit?: string
  readonly tree?: string
  readonly digest?: string
}

const FULL = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** True when the options name content themselves. */
export function namesContent({ commit, tree, digest }: ContentOptions): boolean {
  return commit !== undefined || tree !== undefined || digest !== undefined
}

/** The content that the options name; a commit that this clone has brings its tree along. Without any option: HEAD and its tree. */
export async function readContent(repository: Repository, options: ContentOptions): Promise<Content> {
  if (!namesContent(options)) return headContent(repository)
  const { commit, tree, digest } = options
  const named = commit === undefined ? {} : await commitContent(repository, commit)
  return {
    ...named,
    ...(tree === undefined ? {} : { gitTree: fullId('--tree', tree) }),
    ...(digest === undefined ? {} : { sha256: digestOf(digest) }),
  }
}

/** HEAD and its tree. Faults where there is no commit. */
export async function headContent(repository: Repository): Promise<Required<Pick<Content, 'gitCommit' | 'gitTree'>>> {
  const known = await askCommit(repository, 'HEAD')
  if (known !== null) return known
  throw new CommandFault(
    'content-unknown',
    `${visible(repository.root)} has no commit that this could be about.`,
    'Commit first, give --repo a clone, or name the content: --commit SHA, --tree SHA or --digest sha256:HEX.',
  )
}

/** The full id of a commit that is named in full, or by a branch or tag of this clone. A shortened id is refused: it may become another commit's. */
export async function fullCommit(repository: Repository, commit: string): Promise<string> {
  return (await commitContent(repository, commit)).gitCommit
}

/** The digest without its `sha256:`. */
export function digestOf(digest: string): string {
  const hex = digest.replace(/^sha256:/, '')
  if (/^[0-9a-f]{64}$/.test(hex)) return hex
  throw new CommandFault('content-refused', `--digest is no SHA-256: ${visible(digest)}`, 'Write sha256: and 64 lower-case hex digits.')
}

async function commitContent(repository: Repository, commit: string): Promise<{ gitCommit: string; gitTree?: string }> {
  if (!FULL.test(commit)) {
    if (/^[0-9a-fA-F]{4,64}$/.test(commit)) fullId('--commit', commit)
    refuseHostileRevision('--commit', commit)
  }
  const known = await askCommit(repository, commit)
  if (known !== null) return known
  if (FULL.test(commit)) return { gitCommit: commit }
  throw new CommandFault(
    'revision-unknown',
    `--commit ${visible(commit)} is not a commit that this clone has.`,
    'Give the full id of a commit, or a branch or tag of this clone.',
  )
}

function fullId(option: string, id: string): string {
  if (FULL.test(id)) return id
  throw new CommandFault(
    'content-refused',
    `${option} is no full id: ${visible(id)}`,
    'Write all 40 (or 64) lower-case hex digits: a shortened id may come to mean something else.',
  )
}

/** A commit with its tree; null when git does not know it here. */
async function askCommit({ git }: Repository, revision: string): Promise<{ gitCommit: string; gitTree: string } | null> {
  if (git === null) return null
  const answer = await runGit(git, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
  const gitCommit = textOf(answer.stdout).trim()
  if (answer.status !== 0 || !FULL.test(gitCommit)) return null
  const gitTree = textOf(await requireGit(git, ['rev-parse', '--verify', `${gitCommit}^{tree}`])).trim()
  return { gitCommit, gitTree }
}
