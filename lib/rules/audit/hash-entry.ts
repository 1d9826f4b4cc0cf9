import { createHash } from 'node:crypto'
import type { AuditEntry } from '#lib/model/audit.ts'

/** What stands before the first entry. */
export const NO_PREVIOUS_HASH = '0'.repeat(64)

/**
 * The hash of an entry, as `AuditEntry.hash` says: SHA-256 over a zero byte, the sequence and the moment as 8 bytes each (big end first),
 * the previous hash (its 64 hex digits) and the canonical text, both as UTF-8. 64 hex.
 */
export function hashEntry({ sequence, at, previousHash, canonical }: Omit<AuditEntry, 'hash'>): string {
  const head = Buffer.alloc(17)
  head.writeBigUInt64BE(BigInt(sequence), 1)
  head.writeBigUInt64BE(BigInt(at), 9)
  return createHash('sha256').update(head).update(previousHash, 'utf8').update(canonical, 'utf8').digest('hex')
}
