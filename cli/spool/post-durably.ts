import { randomUUID } from 'node:crypto'
import { CommandFault } from '#cli/command-fault.ts'
import { EXIT } from '#cli/exit-code.ts'
import type { Connection } from '#cli/server/connection.ts'
import type { ServerProblem } from '#cli/server/exchange.ts'
import type { RepositoryName } from '#cli/server/repository-name.ts'
import { dropItem, sendItem } from './deliver.ts'
import { keepItem } from './keep-item.ts'
import type { SpoolItem } from './spool-item.ts'

/** What became of a request that must not be lost. */
export type Delivery =
  | { readonly state: 'recorded'; readonly document: unknown }
  | { readonly state: 'refused'; readonly problem: ServerProblem; readonly file: string | null }
  | { readonly state: 'spooled'; readonly file: string; readonly why: string }

export interface Posting {
  readonly folder: string
  readonly connection: Connection
  readonly repository: RepositoryName
  readonly endpoint: SpoolItem['endpoint']
  readonly body: string
  /** By default one of its own. */
  readonly key?: string
  readonly timeoutMs?: number
}

/**
 * Posts so that whatever happens meanwhile, to this process or to the server, the request is kept once: it is in the spool before it is
 * sent, and leaves it when the server has answered that it keeps it. What the server refuses stays in the spool until the caller has
 * decided about it.
 */
export async function postDurably({ folder, connection, repository, endpoint, body, key, timeoutMs }: Posting): Promise<Delivery> {
  const made = {
    version: 1,
    key: key ?? randomUUID(),
    endpoint,
    repository: repository.name,
    madeAt: new Date().toISOString(),
    body,
  } as const
  const kept = tryToKeep(folder, made)
  const file = 'name' in kept ? kept.name : null
  let came = await sendItem(connection, made, timeoutMs)
  if (came.outcome === 'refused' && came.problem.code === 'repository-unknown' && repository.byChance) {
    came = await sendItem(connection, { ...made, repository: null }, timeoutMs)
  }
  if (came.outcome === 'answered') {
    if (file !== null) dropItem(folder, file)
    return { state: 'recorded', document: came.document }
  }
  if (came.outcome === 'refused') return { state: 'refused', problem: came.problem, file }
  if (file !== null) return { state: 'spooled', file, why: came.why }
  throw lost(connection, came.why, 'fault' in kept ? kept.fault : null)
}

/** A spool that cannot be used is no reason not to send. */
function tryToKeep(folder: string, item: SpoolItem): { name: string } | { fault: CommandFault } {
  try {
    return { name: keepItem(folder, item) }
  } catch (fault) {
    if (fault instanceof CommandFault) return { fault }
    throw fault
  }
}

function lost({ server }: Connection, why: string, spool: CommandFault | null): CommandFault {
  return new CommandFault(
    spool?.code ?? 'server-unreachable',
    `The server ${server.origin} cannot be reached (${why}), and nothing is kept: ${spool?.message ?? ''}`,
    spool?.hint ?? '',
    { exit: EXIT.unreachable },
  )
}
