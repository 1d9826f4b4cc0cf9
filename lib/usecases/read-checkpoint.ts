import type { SignedCheckpoint } from '#lib/model/checkpoint.ts'
import type { Refusal } from '#lib/model/refusal.ts'
import { currentCheckpoints, newestCheckpoint } from './checkpoints.ts'

/** A checkpoint and what it can be verified by. */
export interface CheckpointDocument extends SignedCheckpoint {
  readonly keyName: string
  /** PEM. */
  readonly publicKey: string
}

/** The newest checkpoint that this server has signed and still has. */
export function readCheckpoint(): CheckpointDocument | Refusal {
  const checkpoints = currentCheckpoints()
  const newest = checkpoints === null ? null : newestCheckpoint(checkpoints)
  if (checkpoints === null || newest === null) {
    return { refused: 'checkpoint-absent', detail: 'Nothing was signed for yet: a checkpoint is made soon after the first entry.' }
  }
  return { ...newest, keyName: checkpoints.key.name, publicKey: checkpoints.key.pem }
}
