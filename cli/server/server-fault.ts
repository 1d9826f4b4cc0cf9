import { CommandFault } from '#cli/command-fault.ts'
import { EXIT } from '#cli/exit-code.ts'
import { visible } from '#lib/wording/fit-text.ts'
import type { Connection } from './connection.ts'
import type { Exchange, ServerProblem } from './exchange.ts'

const MOST_FIELDS = 10

/** The fault for a request that got no answer: a no of the server with its words (exit 2), or a server that is not reached (exit 3). */
export function serverFault({ server }: Connection, failed: Exclude<Exchange, { outcome: 'answered' }>): CommandFault {
  if (failed.outcome === 'refused') return refused(server.origin, failed.problem)
  return new CommandFault(
    'server-unreachable',
    `The server ${server.origin} cannot be reached: ${visible(failed.why)}.`,
    'See that the address is right and the server runs, then try again.',
    { exit: EXIT.unreachable, cause: failed.cause },
  )
}

/** What the server said, with the first fields that it names. */
export function problemSentence({ detail, errors }: ServerProblem): string {
  const fields = errors.slice(0, MOST_FIELDS).map(({ path, message }) => `${path}: ${message}`)
  return [detail, ...fields, ...(errors.length > MOST_FIELDS ? [`and ${errors.length - MOST_FIELDS} more`] : [])].join(' ')
}

function refused(origin: string, problem: ServerProblem): CommandFault {
  const { status, code } = problem
  const hint =
    status === 401 || status === 403
      ? 'See that LANEKEEPER_TOKEN is a token of this server that may do this, or that a CI rule of the server matches this job.'
      : `The server's code is ${code === '' ? status : code}.`
  return new CommandFault('server-refused', `${origin} refused (${status}): ${problemSentence(problem)}`, hint)
}
