import type { AuditEntry } from '#lib/model/audit.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { PacketEvidence } from '#lib/model/release-packet.ts'
import { isBound, recordedIds } from '../audit/is-bound.ts'
import type { Wrong } from './check-segments.ts'

/** What is wrong with the evidence of a packet, or null: each is there once, and to the letter what an entry of the chain says was recorded. */
export function checkEvidence(evidence: readonly PacketEvidence[], entries: readonly AuditEntry[]): Wrong | null {
  const byId = new Map(evidence.map((each) => [each.id, each]))
  const bound = new Set<string>()
  for (const entry of entries) {
    const ids = recordedIds(entry)
    if (!ids.some((id) => byId.has(id))) continue
    const absent = ids.find((id) => !byId.has(id))
    if (absent !== undefined)
      return { where: `evidence ${absent}`, because: `It was recorded by entry ${entry.sequence} and is not in the packet.` }
    const batch = ids.flatMap((id) => byId.get(id) ?? [])
    if (!isBound(entry, batch.map(asRecorded))) {
      const where = ids.length === 1 ? `evidence ${ids[0]}` : `evidence recorded by entry ${entry.sequence} (${ids.join(', ')})`
      return { where, because: `It is not what entry ${entry.sequence} of the audit chain says was recorded.` }
    }
    const late = batch.find(({ receivedAt }) => receivedAt !== new Date(entry.at).toISOString())
    if (late !== undefined)
      return { where: `evidence ${late.id}`, because: `It was received at another moment than entry ${entry.sequence} says.` }
    for (const id of ids) bound.add(id)
  }
  const unbound = evidence.find(({ id }, at) => !bound.has(id) || evidence.findIndex((each) => each.id === id) !== at)
  if (unbound === undefined) return null
  return { where: `evidence ${unbound.id}`, because: 'No audit entry in the packet says that it was recorded, or it is there twice.' }
}

function asRecorded(evidence: PacketEvidence): Evidence {
  return { ...evidence, sequence: 0, receivedAt: new Date(evidence.receivedAt), revoked: null }
}
