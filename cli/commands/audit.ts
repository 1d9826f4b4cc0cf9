import { readAuditEntry } from '#cli/audit/audit-entry.ts'
import { exportedChain } from '#cli/audit/exported-chain.ts'
import { readCheckpoints } from '#cli/audit/read-checkpoints.ts'
import { serverChain } from '#cli/audit/server-chain.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson, styleOf } from '#cli/output.ts'
import { partOf } from '#cli/server/answer-parts.ts'
import { readingConnection } from '#cli/server/connection.ts'
import { demand } from '#cli/server/demand.ts'
import type { AuditVerification } from '#lib/model/audit.ts'
import type { Checkpoint } from '#lib/model/checkpoint.ts'
import { verifyChain } from '#lib/rules/audit/verify-chain.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'

export interface AuditVerifyOptions {
  readonly export?: string
  readonly checkpoint?: readonly string[]
  readonly pubkey?: string
}

/** Verifies the audit chain here, entry by entry: the server's, or one that was exported. With checkpoints it must meet each of them. A chain that does not hold is exit 1. */
export async function auditVerifyCommand(context: CommandContext, options: AuditVerifyOptions): Promise<ExitCode> {
  const { terminal } = context
  const source =
    options.export === undefined
      ? serverChain(readingConnection(context.options, terminal.env))
      : exportedChain(options.export, terminal.cwd)
  const found = await verify(source, readCheckpoints(options, terminal.cwd))
  if (context.options.json === true) printJson(context, found)
  else terminal.print(say(found, styleOf(context).alarm))
  return found.verified ? EXIT.yes : EXIT.no
}

/** Prints the audit chain, oldest entry first, one JSON object a line. */
export async function auditExportCommand(context: CommandContext): Promise<ExitCode> {
  const { terminal, options } = context
  for await (const entry of serverChain(readingConnection(options, terminal.env))) terminal.print(`${JSON.stringify(entry)}\n`)
  return EXIT.yes
}

/** Prints the newest checkpoint that the server has signed; with `--json` the public key too. */
export async function auditCheckpointCommand(context: CommandContext): Promise<ExitCode> {
  const { terminal, options } = context
  const document = partOf(await demand(readingConnection(options, terminal.env), { method: 'GET', endpoint: 'audit/checkpoint' }))
  if (options.json === true) printJson(context, document)
  else terminal.print(typeof document.note === 'string' ? document.note : '')
  return EXIT.yes
}

async function verify(source: AsyncIterable<unknown>, checkpoints: readonly Checkpoint[] | null): Promise<AuditVerification> {
  const chain = verifyChain(checkpoints)
  let at = 0
  for await (const value of source) {
    at += 1
    const entry = readAuditEntry(value)
    // Where an entry should be and is none, the chain ends.
    if (entry === null) {
      const before = chain.result()
      const isWhole = before.firstBad === null || before.firstBad.sequence >= at
      const firstBad = isWhole ? { sequence: at, fault: 'no-entry' as const, because: 'It is no audit entry.' } : before.firstBad
      return { ...before, verified: false, entries: at, firstBad }
    }
    chain.add(entry)
  }
  return chain.result()
}

function say({ verified, entries, head, firstBad, checkpoints }: AuditVerification, alarm: (text: string) => string): string {
  if (verified) {
    const end = `Head: ${head === null ? 'none' : `${head.sequence} ${visible(head.hash)}`}`
    const met =
      checkpoints === null ? '' : ` It meets ${count(checkpoints.kept, 'checkpoint')}, the newest of ${checkpoints.newest?.size} entries.`
    return `${count(entries, 'entry', 'entries')}, the chain holds.${met} ${end}\n`
  }
  return `${alarm('The chain is broken')} at entry ${firstBad?.sequence}: ${visible(firstBad?.because ?? '')}\n`
}
