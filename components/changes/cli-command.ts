import type { GatePlan } from '#lib/model/gate-plan.ts'
import { shellQuote } from './shell-quote.ts'

/** What a plan was made of, beside its files. */
export type ChangeOrigin = Pick<GatePlan, 'base' | 'head' | 'profile'>

/** More paths than this are not put on a command line. */
const MOST_PATHS = 20

/**
 * The command that gives the same plan in a terminal. Where the commits are known it names them; otherwise it names the
 * paths, unless one holds a line break or there are too many: then it reads them from the working tree's own diff.
 */
export function planCommand(origin: ChangeOrigin, paths: readonly string[]): string {
  return changeArguments(origin, paths, 'plan')
}

/** The command that explains one gate of the plan in a terminal. */
export function explainCommand(origin: ChangeOrigin, paths: readonly string[], gateId: string): string {
  return changeArguments(origin, paths, `explain ${shellQuote(gateId)}`)
}

function changeArguments({ base, head, profile }: ChangeOrigin, paths: readonly string[], command: string): string {
  const rest = profile === null ? '' : ` --profile ${shellQuote(profile)}`
  if (base !== null && head !== null) return `npx lanekeeper ${command} --base ${shellQuote(base)} --head ${shellQuote(head)}${rest}`
  const listed = paths.length > 0 && paths.length <= MOST_PATHS && paths.every((path) => !/[\r\n]/.test(path))
  const source = listed ? `printf '%s\\n' ${paths.map(shellQuote).join(' ')}` : 'git diff --name-only origin/HEAD...'
  return `${source} | npx lanekeeper ${command} --files-from -${rest}`
}
