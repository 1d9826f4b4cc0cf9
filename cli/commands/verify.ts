import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readPublicKey } from '#cli/audit/read-checkpoints.ts'
import { CommandFault } from '#cli/command-fault.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson, styleOf } from '#cli/output.ts'
import type { PacketVerification } from '#lib/model/release-packet.ts'
import { verifyPacket } from '#lib/rules/packet/verify-packet.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** Verifies a release packet without a server. Exit 1 names the first thing that is wrong; a file that cannot be read is exit 2. */
export async function verifyCommand(context: CommandContext, file: string, options: { readonly pubkey?: string }): Promise<ExitCode> {
  const { terminal } = context
  const key = options.pubkey === undefined ? null : readPublicKey(options.pubkey, terminal.cwd)
  const found = verifyPacket(readBytes(file, terminal.cwd), key)
  if (context.options.json === true) printJson(context, found)
  else terminal.print(say(found, styleOf(context).alarm))
  return found.verified ? EXIT.yes : EXIT.no
}

function say({ verified, firstWrong, key, isOriginShown, remarks }: PacketVerification, alarm: (text: string) => string): string {
  if (!verified) return `${alarm('The packet does not hold')}. ${visible(firstWrong?.where ?? '')}: ${visible(firstWrong?.because ?? '')}\n`
  const origin = isOriginShown
    ? `It was made by ${key}, the key that you gave.`
    : `It was held against the key inside it, ${key}: nobody has changed it since it was made, but anybody could have made it. Give --pubkey, with a key that you have from the server's operator, to know who did.`
  return [`The packet holds: everything it names is there, and is what was recorded. ${origin}`, ...remarks.map(visible)]
    .join('\n')
    .concat('\n')
}

function readBytes(file: string, cwd: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, file))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CommandFault(
      'file-unreadable',
      `The packet ${visible(file)} cannot be read: ${visible(why)}.`,
      'Name the file that lanekeeper packet wrote.',
      {
        cause,
      },
    )
  }
}
