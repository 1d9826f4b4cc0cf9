import { join } from 'node:path'
import { type CommandContext, printJson } from '#cli/output.ts'
import type { Connection } from '#cli/server/connection.ts'
import { serverFault } from '#cli/server/server-fault.ts'
import { visible } from '#lib/wording/fit-text.ts'
import { dropItem } from './deliver.ts'
import type { Delivery } from './post-durably.ts'

interface Posted {
  readonly connection: Connection
  readonly folder: string
  readonly delivery: Delivery
  /** What was posted, for a person. */
  readonly what: string
}

/**
 * The server's answer; null, when it waits in the spool, with that said and, for `--json`, printed. What the server refuses is a fault with
 * its words and is not kept: whoever ran the command sees it and runs it again.
 */
export function finishPosting(context: CommandContext, { connection, folder, delivery, what }: Posted): unknown {
  if (delivery.state === 'recorded') return delivery.document
  if (delivery.state === 'refused') {
    if (delivery.file !== null) dropItem(folder, delivery.file)
    throw serverFault(connection, { outcome: 'refused', problem: delivery.problem })
  }
  const file = join(folder, delivery.file)
  context.terminal.note(
    `lanekeeper: ${what} is kept in the spool: ${connection.server.origin} cannot be reached (${visible(delivery.why)}).\n  Deliver it with: lanekeeper flush\n`,
  )
  if (context.options.json === true) printJson(context, { version: 1, spooled: file, why: delivery.why })
  return null
}
