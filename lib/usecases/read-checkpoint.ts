import type { CheckpointDocument } from '#lib/model/audit-trust.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { momentOfCheckpoint } from '#lib/store/checkpoint-facts.ts'
import { ask } from '#lib/store/session.ts'
import { currentCheckpoints, newestCheckpoint } from './checkpoints.ts'

/** The newest checkpoint that this server has signed and still has. */
export function readCheckpoint(): CheckpointDocument | Refusal {
  const checkpoints = currentCheckpoints()
  const newest = checkpoints === null ? null : newestCheckpoint(checkpoints)
  if (checkpoints === null || newest === null) {
    return { refused: 'checkpoint-absent', detail: 'Nothing was signed for yet: a checkpoint is made soon after the first entry.' }
  }
  return { ...newest, keyName: checkpoints.key.name, publicKey: checkpoints.key.pem }
}

/** The same for a page: with the moment, in milliseconds, of the newest entry that it signs for, null when the chain has no such entry. Null before the first. */
export async function readShownCheckpoint(): Promise<(CheckpointDocument & { readonly entryAt: number | null }) | null> {
  const found = readCheckpoint()
  return isRefusal(found) ? null : { ...found, entryAt: await ask((session) => momentOfCheckpoint(session, found)) }
}
