import { readAuditEntry } from '#cli/audit/audit-entry.ts'
import { exportedChain } from '#cli/audit/exported-chain.ts'
import { serverChain } from '#cli/audit/server-chain.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson, styleOf } from '#cli/output.ts'
import { readingConnection } from '#cli/server/connection.ts'
import type { AuditVerification } from '#lib/model/audit.ts'
import { verifyChain } from '#lib/rules/audit/verify-chain.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** Verifies the audit chain here, entry by entry: the server's, or one that was exported. A chain that does not hold is exit 1. */
export async function auditVerifyCommand(context: CommandContext, options: { readonly export?: string }): Promise<ExitCode> {
  const { terminal } = context
  const source =
    options.export === undefined
      ? serverChain(readingConnection(context.options, terminal.env))
      : exportedChain(options.export, terminal.cwd)
  const found = await verify(source)
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

async function verify(source: AsyncIterable<unknown>): Promise<AuditVerification> {
  const chain = verifyChain()
  let at = 0
  for await (const value of source) {
    at += 1
    const entry = readAuditEntry(value)
    // Where an entry should be and is none, the chain ends.
    if (entry === null) {
      const { verified, firstBad, head } = chain.result()
      return { verified: false, entries: at, head, firstBad: verified ? { sequence: at, because: 'It is no audit entry.' } : firstBad }
    }
    chain.add(entry)
  }
  return chain.result()
}

function say({ verified, entries, head, firstBad }: AuditVerification, alarm: (text: string) => string): string {
  if (verified)
    return `${count(entries, 'entry', 'entries')}, the chain holds. Head: ${head === null ? 'none' : `${head.sequence} ${visible(head.hash)}`}\n`
  return `${alarm('The chain is broken')} at entry ${firstBad?.sequence}: ${visible(firstBad?.because ?? '')}\n`
}
