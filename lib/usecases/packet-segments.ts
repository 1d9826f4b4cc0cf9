import type { Refusal } from '#lib/model/refusal.ts'
import type { PacketSegment } from '#lib/model/release-packet.ts'
import { Unavailable } from '#lib/model/unavailable.ts'
import { auditEntriesAfter } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { historyDoubt } from '#lib/store/session.ts'
import { type Checkpoints, checkpointCovering } from './checkpoints.ts'
import { signHistory } from './guard-history.ts'

/** More of the chain does not go into one packet. Checkpoints are a thousand entries apart, unless somebody took some away. */
const MOST_ENTRIES = 50_000

/**
 * The stretches of the audit chain from these entries to the next checkpoint of each. Signs for what was not signed for yet. Throws
 * `Unavailable` when the history is not the one that was signed for, or another process is just signing.
 */
export async function packetSegments(
  session: Session,
  checkpoints: Checkpoints,
  sequences: readonly number[],
): Promise<readonly PacketSegment[] | Refusal> {
  const newest = Math.max(...sequences)
  if (checkpointCovering(checkpoints, newest) === null) await signHistory(session, checkpoints)
  const doubt = historyDoubt()
  if (doubt !== null) throw new Unavailable(doubt, { reason: 'audit-rollback' })
  const stretches = new Map<number, { from: number; note: string }>()
  for (const sequence of sequences) {
    const checkpoint = checkpointCovering(checkpoints, sequence)
    if (checkpoint === null) throw new Unavailable('a checkpoint is being signed', { reason: 'server-busy' })
    const from = Math.min(sequence, stretches.get(checkpoint.size)?.from ?? sequence)
    stretches.set(checkpoint.size, { from, note: checkpoint.note })
  }
  const amount = [...stretches].reduce((sum, [size, { from }]) => sum + size - from + 1, 0)
  if (amount > MOST_ENTRIES) {
    const detail = `It leans on ${amount} entries of the audit chain, because too few checkpoints are kept; ${MOST_ENTRIES} are the most.`
    return { refused: 'packet-impossible', detail }
  }
  const segments: PacketSegment[] = []
  for (const [size, { from, note }] of [...stretches].sort(([a], [b]) => a - b)) {
    segments.push({ entries: await auditEntriesAfter(session, from - 1, size - from + 1), checkpoint: note })
  }
  return segments
}
