import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { CommandFault } from '#cli/command-fault.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** The audit chain as `audit export` wrote it, line by line; a line that is no JSON is undefined. Faults when the file cannot be read. */
export async function* exportedChain(path: string, cwd: string): AsyncGenerator<unknown> {
  const lines = createInterface({ input: createReadStream(resolve(cwd, path), 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  try {
    for await (const line of lines) if (line !== '') yield parse(line)
  } catch (cause) {
    throw new CommandFault(
      'file-unreadable',
      `The export ${visible(path)} cannot be read: ${visible(cause instanceof Error ? cause.message : String(cause))}.`,
      'Give --export the file that lanekeeper audit export wrote.',
      { cause },
    )
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
