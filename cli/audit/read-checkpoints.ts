import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CommandFault } from '#cli/command-fault.ts'
import type { Checkpoint } from '#lib/model/checkpoint.ts'
import { openCheckpoint } from '#lib/rules/audit/signed-checkpoint.ts'
import { readVerifyingKey, type VerifyingKey } from '#lib/rules/audit/verifying-key.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** The checkpoints that are named, each held against the key; null when none is. Faults when one was not signed by it. */
export function readCheckpoints(
  options: { readonly checkpoint?: readonly string[]; readonly pubkey?: string },
  cwd: string,
): readonly Checkpoint[] | null {
  const { checkpoint: files = [], pubkey } = options
  if (files.length === 0 && pubkey === undefined) return null
  if (files.length === 0 || pubkey === undefined) {
    throw new CommandFault(
      'usage',
      '--checkpoint and --pubkey belong together.',
      'Give the note that was kept and the public key of the server that signed it (keys/signing-key.pub.pem in its data folder).',
    )
  }
  const key = readPublicKey(pubkey, cwd)
  return files.map((file) => {
    const checkpoint = openCheckpoint(readText(file, cwd), key)
    if (checkpoint !== null) return checkpoint
    throw new CommandFault(
      'not-signed',
      `The checkpoint ${visible(file)} is not signed by the key ${key.name}.`,
      'Give the note as it was kept, to the last byte, and the key of the server that it came from.',
    )
  })
}

/** The public key in a file. Faults when there is none in it. */
export function readPublicKey(file: string, cwd: string): VerifyingKey {
  const key = readVerifyingKey(readText(file, cwd))
  if (key !== null) return key
  throw new CommandFault(
    'key-unreadable',
    `There is no Ed25519 public key in ${visible(file)}.`,
    'Give the PEM file that begins with -----BEGIN PUBLIC KEY-----, such as keys/signing-key.pub.pem of the server.',
  )
}

function readText(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CommandFault('file-unreadable', `The file ${visible(file)} cannot be read: ${visible(why)}.`, 'Name a file that is there.', {
      cause,
    })
  }
}
