import type { AuditEntry, AuditVerification } from '#lib/model/audit.ts'
import { isCanonicalRecord } from './canonical-record.ts'
import { hashEntry, NO_PREVIOUS_HASH } from './hash-entry.ts'

/** Verifies a chain that is handed in entry by entry, oldest first, and keeps none of them. */
export interface ChainVerification {
  add(entry: AuditEntry): void
  result(): AuditVerification
}

/**
 * Verifies an audit chain: sequences from 1 without a gap, every entry naming the hash of the one before, every hash the one its content
 * gives. What comes after the first entry that does not fit is counted and not looked at: nothing about it can be believed.
 */
export function verifyChain(): ChainVerification {
  let entries = 0
  let head: AuditVerification['head'] = null
  let firstBad: AuditVerification['firstBad'] = null
  return {
    add(entry) {
      entries += 1
      if (firstBad !== null) return
      const because = findBreak(entry, head?.sequence ?? 0, head?.hash ?? NO_PREVIOUS_HASH)
      if (because === null) head = { sequence: entry.sequence, hash: entry.hash }
      else firstBad = { sequence: entry.sequence, because }
    },
    result: () => ({ verified: firstBad === null, entries, head, firstBad }),
  }
}

function findBreak(entry: AuditEntry, lastSequence: number, lastHash: string): string | null {
  if (!isMoment(entry.sequence) || !isMoment(entry.at)) return 'Its sequence or its moment is not a whole number from 0.'
  if (entry.sequence !== lastSequence + 1) return `It follows entry ${lastSequence}, so its sequence had to be ${lastSequence + 1}.`
  if (entry.previousHash !== lastHash) return 'The hash it names as the previous one is not that of the entry before it.'
  return whyNotWhole(entry)
}

/** What is wrong with an entry taken by itself, or null. Whether it fits the entry before it is not asked. */
export function whyNotWhole(entry: AuditEntry): string | null {
  if (!isMoment(entry.sequence) || !isMoment(entry.at)) return 'Its sequence or its moment is not a whole number from 0.'
  if (entry.hash !== hashEntry(entry)) return 'Its hash is not the one its content gives: it was changed after it was written.'
  return isCanonicalRecord(entry.canonical) ? null : 'Its text is not the canonical form of an audit record.'
}

function isMoment(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
