import { CommandFault } from '#cli/command-fault.ts'
import { openGitObjects } from './git-objects.ts'
import type { GitPlace } from './git-process.ts'
import { askRepository, type Repository, type RepositoryWish } from './repository.ts'
import { refuseHostileRevision, resolveCommit } from './revision.ts'

/** A range of commits: its ends, and the best common ancestors from which the change is counted. */
export interface CommitRange {
  readonly repository: Repository
  readonly git: GitPlace
  readonly head: string
  /** One in nearly every history, otherwise in git's order. */
  readonly mergeBases: readonly [string, ...string[]]
}

/**
 * Finds the repository and the commits that two revisions name. Faults when a revision is unknown, or when the two have no commit in
 * common: in a shallow clone with what to fetch, because the commit is most likely there and was not brought along.
 */
export async function readCommitRange(
  wish: RepositoryWish,
  revisions: { readonly base: string; readonly head: string },
): Promise<CommitRange> {
  const { base, head } = revisions
  refuseHostileRevision('--base', base)
  refuseHostileRevision('--head', head)
  // Git answers the head, the base, and every best common ancestor marked as excluded.
  const { repository, commits } = await askRepository(wish, [`${base}^{commit}...${head}^{commit}`])
  const { git } = repository
  if (git === null) {
    throw new CommandFault(
      'not-a-repository',
      `${repository.root} is in no git repository.`,
      'Give --repo a clone, or list the paths with --files-from.',
    )
  }
  const [headCommit, , ...excluded] = commits
  if (headCommit === undefined) return explainUnknown(git, revisions, repository.shallow)
  const [first, ...more] = excluded.map((line) => line.slice(1))
  if (first === undefined) throw nothingInCommon(revisions, repository.shallow)
  return { repository, git, head: headCommit, mergeBases: [first, ...more] }
}

/** Git has said that it does not know one of the two; asked one by one, it says which. */
async function explainUnknown(git: GitPlace, { base, head }: { base: string; head: string }, shallow: boolean): Promise<never> {
  const objects = openGitObjects(git)
  try {
    await resolveCommit(objects, '--base', base, shallow)
    await resolveCommit(objects, '--head', head, shallow)
  } finally {
    objects.close()
  }
  throw new CommandFault('revision-unknown', `git cannot compare ${base} and ${head}.`, 'Give full commit ids.')
}

function nothingInCommon({ base, head }: { base: string; head: string }, shallow: boolean): CommandFault {
  const range = `--base ${base} and --head ${head}`
  if (shallow) {
    return new CommandFault(
      'history-shallow',
      `This clone is shallow and does not reach the commit that ${range} have in common.`,
      'Run: git fetch --unshallow (or git fetch --deepen=200 until it is reached). With actions/checkout set fetch-depth: 0, in GitLab CI set GIT_DEPTH: 0.',
    )
  }
  return new CommandFault(
    'history-unrelated',
    `${range} have no commit in common.`,
    'Give a --base that --head was made from. Between unrelated histories, list the paths yourself and use --files-from.',
  )
}
