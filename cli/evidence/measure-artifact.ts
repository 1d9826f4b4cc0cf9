import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CommandFault } from '#cli/command-fault.ts'
import type { EvidenceArtifact } from '#lib/model/evidence.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** The SHA-256 of a file, read piece by piece; its name is the path as it was given. Faults when it cannot be read. */
export async function measureArtifact(path: string, cwd: string): Promise<EvidenceArtifact> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(resolve(cwd, path)), hash)
  } catch (cause) {
    throw new CommandFault(
      'file-unreadable',
      `The artifact ${visible(path)} cannot be read: ${visible(cause instanceof Error ? cause.message : String(cause))}.`,
      'Give --artifact a file that is there when the command has ended.',
      { cause },
    )
  }
  return { name: path, sha256: hash.digest('hex') }
}
