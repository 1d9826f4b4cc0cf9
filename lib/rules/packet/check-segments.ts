import type { AuditEntry } from '#lib/model/audit.ts'
import type { PacketSegment } from '#lib/model/release-packet.ts'
import { openCheckpoint } from '../audit/signed-checkpoint.ts'
import { whyNotWhole } from '../audit/verify-chain.ts'
import type { VerifyingKey } from '../audit/verifying-key.ts'

/** What is wrong with a packet: where, and why. */
export interface Wrong {
  readonly where: string
  readonly because: string
}

/** The last that a date can be, in milliseconds since 1970. */
const LAST_MOMENT = 8.64e15

/** What is wrong with the runs of the audit chain in a packet, or null: each links without a gap and ends at a checkpoint that the key signed. */
export function checkSegments(segments: readonly PacketSegment[], key: VerifyingKey): Wrong | null {
  for (const [index, { entries, checkpoint }] of segments.entries()) {
    const broken = checkLinks(entries)
    if (broken !== null) return broken
    const signed = openCheckpoint(checkpoint, key)
    const where = `audit.segments[${index}].checkpoint`
    if (signed === null) return { where, because: `It is no checkpoint that ${key.name} has signed.` }
    const last = entries.at(-1)
    if (last?.sequence !== signed.size || last.hash !== signed.hash) {
      return { where, because: `It signs for entry ${signed.size}, and the entries before it do not end there with that hash.` }
    }
  }
  return null
}

function checkLinks(entries: readonly AuditEntry[]): Wrong | null {
  for (const [at, entry] of entries.entries()) {
    const where = `audit entry ${entry.sequence}`
    const fault = whyNotWhole(entry)
    if (fault !== null) return { where, because: fault }
    if (entry.at > LAST_MOMENT) return { where, because: 'Its moment is none.' }
    const before = entries[at - 1]
    if (before === undefined) continue
    if (entry.sequence !== before.sequence + 1)
      return { where, because: `It follows entry ${before.sequence}: what lies between is missing.` }
    if (entry.previousHash !== before.hash)
      return { where, because: 'The hash it names as the previous one is not that of the entry before it.' }
  }
  return null
}
