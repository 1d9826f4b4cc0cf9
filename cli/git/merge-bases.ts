import { textOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import { type GitPlace, runGit } from './git-process.ts'

/** How the two ends of a range were named, and the commits they are. */
export interface RangeEnds {
  readonly base: { readonly revision: string; readonly commit: string }
  readonly head: { readonly revision: string; readonly commit: string }
}

/**
 * The best common ancestors of a range, one in nearly every history, in git's order. Faults when there is none: in a shallow clone with
 * what to fetch, because the ancestor is most likely there and was not brought along.
 */
export async function findMergeBases(place: GitPlace, ends: RangeEnds, shallow: boolean): Promise<readonly [string, ...string[]]> {
  const answer = await runGit(place, ['merge-base', '--all', '--end-of-options', ends.base.commit, ends.head.commit])
  const [first, ...more] = textOf(answer.stdout)
    .split('\n')
    .filter((line) => line !== '')
  if (first !== undefined) return [first, ...more]
  if (answer.status !== 1) {
    throw new CommandFault(
      'git-failed',
      `git merge-base failed with status ${answer.status}: ${answer.stderr.trim()}`,
      'Run git fsck in the repository.',
    )
  }
  const range = `--base ${ends.base.revision} and --head ${ends.head.revision}`
  if (shallow) {
    throw new CommandFault(
      'history-shallow',
      `This clone is shallow and does not reach the commit that ${range} have in common.`,
      'Run: git fetch --unshallow (or git fetch --deepen=200 until it is reached). With actions/checkout set fetch-depth: 0, in GitLab CI set GIT_DEPTH: 0.',
    )
  }
  throw new CommandFault(
    'history-unrelated',
    `${range} have no commit in common.`,
    'Give a --base that --head was made from. Between unrelated histories, list the paths yourself and use --files-from.',
  )
}
