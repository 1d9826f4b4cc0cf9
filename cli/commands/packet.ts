import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CommandFault } from '#cli/command-fault.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson } from '#cli/output.ts'
import { readingConnection } from '#cli/server/connection.ts'
import { demand } from '#cli/server/demand.ts'
import { readPacket } from '#lib/rules/packet/packet-shape.ts'
import { packetText } from '#lib/rules/packet/statements.ts'
import { visible } from '#lib/wording/fit-text.ts'

export interface PacketOptions {
  readonly out: string
  readonly inToto?: string
}

/** Fetches the release packet of a promotion and keeps it in a file; with `--in-toto` its two signed statements too, one a line. */
export async function packetCommand(context: CommandContext, promotion: string, { out, inToto }: PacketOptions): Promise<ExitCode> {
  const { terminal, options } = context
  const endpoint = `promotions/${encodeURIComponent(promotion)}/packet`
  const packet = readPacket(await demand(readingConnection(options, terminal.env), { method: 'GET', endpoint }))
  if ('misshapen' in packet) {
    throw new CommandFault('server-answer-unclear', 'The server does not answer a release packet.', 'Use a command line of its version.')
  }
  keep(out, packetText(packet), terminal.cwd)
  if (inToto !== undefined) {
    const { gateDecision, verificationSummary } = packet.statements
    keep(inToto, `${JSON.stringify(gateDecision)}\n${JSON.stringify(verificationSummary)}\n`, terminal.cwd)
  }
  const { domain } = packet.promotion
  if (options.json === true) printJson(context, { promotion: packet.promotion, out, inToto: inToto ?? null })
  else
    terminal.print(
      `The packet of ${visible(domain)} is in ${visible(out)}; lanekeeper verify ${visible(out)} checks it, without a server.\n`,
    )
  return EXIT.yes
}

function keep(file: string, text: string, cwd: string): void {
  try {
    writeFileSync(resolve(cwd, file), text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CommandFault(
      'file-unwritable',
      `${visible(file)} cannot be written: ${visible(why)}.`,
      'Name a file in a folder that is there.',
      {
        cause,
      },
    )
  }
}
