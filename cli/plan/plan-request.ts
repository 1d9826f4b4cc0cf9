import { CommandFault } from '#cli/command-fault.ts'
import type { RepositoryWish } from '#cli/git/repository.ts'

/** The options that say which change is meant; `plan` and `explain` share them. */
export interface PlanOptions {
  readonly base?: string
  readonly head?: string
  readonly filesFrom?: string
  readonly profile?: string
}

/** Which change to plan: a range of commits, or a list of paths. */
export type PlanRequest = { readonly wish: RepositoryWish; readonly profile: string | null } & (
  | { readonly kind: 'range'; readonly base: string; readonly head: string }
  | { readonly kind: 'list'; readonly filesFrom: string }
)

/** Reads the options as one request. Faults when they name no change, or two. */
export function planRequest(wish: RepositoryWish, options: PlanOptions): PlanRequest {
  const { base, head, filesFrom } = options
  const profile = options.profile ?? null
  if (base !== undefined && filesFrom !== undefined) {
    throw new CommandFault('usage', '--base and --files-from name two different changes.', 'Give one of them.')
  }
  if (base !== undefined) return { wish, profile, kind: 'range', base, head: head ?? 'HEAD' }
  if (filesFrom !== undefined) {
    if (head === undefined) return { wish, profile, kind: 'list', filesFrom }
    throw new CommandFault('usage', '--head goes with --base; a list of files has no commits.', 'Leave --head out.')
  }
  throw new CommandFault(
    'usage',
    'No change is named.',
    'Give --base REV (and --head REV, otherwise HEAD), or --files-from FILE with one path a line (- reads standard input).',
  )
}
