import type { KeyObject } from 'node:crypto'
import type { Checkpoint, SignedCheckpoint } from '#lib/model/checkpoint.ts'
import { openCheckpoint, signCheckpoint } from '#lib/rules/audit/signed-checkpoint.ts'
import { type VerifyingKey, verifyingKeyOf } from '#lib/rules/audit/verifying-key.ts'
import { type CheckpointFolder, hasCheckpoints, openCheckpointFolder } from '#lib/store/checkpoint-folder.ts'
import { openSigningKey } from '#lib/store/signing-key.ts'

/** By what this server signs, and what it has signed for. */
export interface Checkpoints {
  readonly key: VerifyingKey
  readonly privateKey: KeyObject
  readonly folder: CheckpointFolder
}

declare global {
  /** One per process, also when a bundler loads this file more than once. */
  var lanekeeperCheckpoints: Checkpoints | undefined
}

/** Opens the keys of a data folder, and its checkpoints for a kind of database, for this process. Throws `SigningKeyUnusable` or `DataFolderUnusable`. */
export function openCheckpoints(dataFolder: string, engine: 'embedded' | 'postgresql'): Checkpoints {
  const folder = openCheckpointFolder(dataFolder, engine)
  const { privateKey, publicKey } = openSigningKey(dataFolder, hasCheckpoints(dataFolder))
  globalThis.lanekeeperCheckpoints = { key: verifyingKeyOf(publicKey), privateKey, folder }
  return globalThis.lanekeeperCheckpoints
}

/** Those of this process; null where nobody signs. */
export function currentCheckpoints(): Checkpoints | null {
  return globalThis.lanekeeperCheckpoints ?? null
}

/** This process signs no more. */
export function closeCheckpoints(): void {
  globalThis.lanekeeperCheckpoints = undefined
}

/** A note that is kept and cannot be believed: this server's key has not signed it. */
export interface BadNote {
  readonly size: number
}

/** The note that is kept for a size, held against the key. */
export function readNote({ folder, key }: Checkpoints, size: number): SignedCheckpoint | BadNote {
  const opened = openCheckpoint(folder.read(size), key)
  return opened?.size === size ? opened : { size }
}

/** True for a note that was signed by the key. */
export function isSigned(note: SignedCheckpoint | BadNote): note is SignedCheckpoint {
  return 'note' in note
}

/** Every note that is kept, oldest first. */
export function allNotes(checkpoints: Checkpoints): readonly (SignedCheckpoint | BadNote)[] {
  return checkpoints.folder.sizes().map((size) => readNote(checkpoints, size))
}

/** The newest checkpoint that can be believed; null when there is none. */
export function newestCheckpoint(checkpoints: Checkpoints): SignedCheckpoint | null {
  for (const size of checkpoints.folder.sizes().reverse()) {
    const note = readNote(checkpoints, size)
    if (isSigned(note)) return note
  }
  return null
}

/** The oldest checkpoint that signs for an entry, or null. */
export function checkpointCovering(checkpoints: Checkpoints, sequence: number): SignedCheckpoint | null {
  for (const size of checkpoints.folder.sizes()) {
    const note = size < sequence ? null : readNote(checkpoints, size)
    if (note !== null && isSigned(note)) return note
  }
  return null
}

/** Signs for a chain and keeps the note. */
export function keepCheckpoint({ folder, key, privateKey }: Checkpoints, checkpoint: Checkpoint): void {
  folder.keep(checkpoint.size, signCheckpoint(checkpoint, key, privateKey).note)
}
