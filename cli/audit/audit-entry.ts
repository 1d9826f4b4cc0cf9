import type { AuditEntry } from '#lib/model/audit.ts'

/** Reads one entry of the audit chain; null for anything else. */
export function readAuditEntry(value: unknown): AuditEntry | null {
  const { sequence, at, canonical, previousHash, hash } = Object(value) as Record<string, unknown>
  if (typeof sequence !== 'number' || typeof at !== 'number') return null
  if (typeof canonical !== 'string' || typeof previousHash !== 'string' || typeof hash !== 'string') return null
  return { sequence, at, canonical, previousHash, hash }
}
