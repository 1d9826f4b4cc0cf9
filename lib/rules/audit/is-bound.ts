import { createHash } from 'node:crypto'
import type { AuditEntry } from '#lib/model/audit.ts'
import { readAuditRecord } from '#lib/model/audit-record.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import { batchText } from './evidence-text.ts'

/** The ids of the evidence that an entry says it recorded, in its order; empty when it does not say. */
export function recordedIds(entry: AuditEntry): readonly string[] {
  const details = detailsOf(entry)
  const list: unknown = details?.evidence
  if (!Array.isArray(list)) return []
  return list.flatMap((each: unknown) => {
    const id: unknown = Object(each).id
    return typeof id === 'string' ? [id] : []
  })
}

/**
 * True when evidence is, to the letter, what an entry of the chain says was recorded. `batch` is all that the entry recorded, in any
 * order; a row that was changed or is gone since makes it false.
 */
export function isBound(entry: AuditEntry, batch: readonly Evidence[]): boolean {
  const byId = new Map(batch.map((each) => [each.id, each]))
  const inOrder = recordedIds(entry).flatMap((id) => byId.get(id) ?? [])
  const sha256 = createHash('sha256').update(batchText(inOrder)).digest('hex')
  return inOrder.length === batch.length && inOrder.length > 0 && detailsOf(entry)?.sha256 === sha256
}

function detailsOf(entry: AuditEntry): Readonly<Record<string, unknown>> | null {
  const details = readAuditRecord(entry)?.details
  return typeof details === 'object' && details !== null && !Array.isArray(details) ? (details as Readonly<Record<string, unknown>>) : null
}
