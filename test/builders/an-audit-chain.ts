import type { AuditEntry } from '#lib/model/audit.ts'
import { canonicalText } from '#lib/rules/audit/canonical-text.ts'
import { hashEntry, NO_PREVIOUS_HASH } from '#lib/rules/audit/hash-entry.ts'

/** A chain that holds. */
export function anAuditChain(length: number): AuditEntry[] {
  const chain: AuditEntry[] = []
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const record = {
      action: 'evidence.recorded',
      actor: 'token:ci',
      details: { n: sequence },
      repository: 'platform',
      subject: `e${sequence}`,
    }
    chain.push(chained(chain.at(-1), sequence, canonicalText(record)))
  }
  return chain
}

/** The same chain written anew from an entry on, by somebody who recomputes every hash. */
export function rechained(chain: readonly AuditEntry[], from: number, actor: string): AuditEntry[] {
  const other: AuditEntry[] = chain.filter(({ sequence }) => sequence < from)
  for (const { sequence, canonical } of chain.slice(from - 1)) {
    other.push(chained(other.at(-1), sequence, sequence === from ? canonicalText({ ...JSON.parse(canonical), actor }) : canonical))
  }
  return other
}

function chained(before: AuditEntry | undefined, sequence: number, canonical: string): AuditEntry {
  const entry = { sequence, at: 1_790_000_000_000 + sequence, canonical, previousHash: before?.hash ?? NO_PREVIOUS_HASH }
  return { ...entry, hash: hashEntry(entry) }
}
