import type { AuditBreak, AuditEntry, AuditVerification } from '#lib/model/audit.ts'
import { readAuditRecord } from '#lib/model/audit-record.ts'
import type { Checkpoint } from '#lib/model/checkpoint.ts'
import { isCanonicalRecord } from './canonical-record.ts'
import { hashEntry, NO_PREVIOUS_HASH } from './hash-entry.ts'

/** Verifies a chain that is handed in entry by entry, oldest first, and keeps none of them. */
export interface ChainVerification {
  /** `filedUnder` is the repository that a database lists the entry under, where there is one to ask. */
  add(entry: AuditEntry, filedUnder?: string | null): void
  result(): AuditVerification
}

type Break = Omit<AuditBreak, 'sequence'>

/**
 * Verifies an audit chain: sequences from 1 without a gap, every entry naming the hash of the one before, every hash the one its content
 * gives; and, when there are checkpoints (any order), every one of them met. What comes after the first entry that does not fit is counted
 * and not looked at: nothing about it can be believed.
 */
export function verifyChain(checkpoints: readonly Checkpoint[] | null = null): ChainVerification {
  const bySize = [...(checkpoints ?? [])].sort((a, b) => a.size - b.size)
  const newest = bySize.at(-1) ?? null
  let entries = 0
  let met = 0
  let head: AuditVerification['head'] = null
  let firstBad: AuditBreak | null = null
  return {
    add(entry, filedUnder) {
      entries += 1
      if (firstBad !== null) return
      const found = findBreak(entry, head?.sequence ?? 0, head?.hash ?? NO_PREVIOUS_HASH) ?? whyMisfiled(entry, filedUnder)
      if (found !== null) {
        firstBad = { sequence: entry.sequence, ...found }
        return
      }
      for (let next = bySize[met]; next?.size === entry.sequence; next = bySize[met]) {
        if (next.hash !== entry.hash) {
          firstBad = { sequence: entry.sequence, ...rewritten(entry.sequence, bySize[met - 1]?.size ?? 0) }
          return
        }
        met += 1
      }
      head = { sequence: entry.sequence, hash: entry.hash }
    },
    result() {
      const cut = firstBad === null && newest !== null && newest.size > (head?.sequence ?? 0) ? cutOff(newest, head?.sequence ?? 0) : null
      const bad = firstBad ?? cut
      const held = checkpoints === null ? null : { kept: bySize.length, newest: newest && { size: newest.size, hash: newest.hash } }
      return { verified: bad === null, entries, head, firstBad: bad, checkpoints: held }
    },
  }
}

function findBreak(entry: AuditEntry, lastSequence: number, lastHash: string): Break | null {
  if (!isMoment(entry.sequence) || !isMoment(entry.at)) return NO_MOMENT
  if (entry.sequence !== lastSequence + 1) {
    const because = `It follows entry ${lastSequence}, so its sequence had to be ${lastSequence + 1}.`
    return entry.sequence > lastSequence + 1
      ? { fault: 'entry-missing', because: `${because} ${missing(lastSequence + 1, entry.sequence - 1)}` }
      : { fault: 'link-broken', because }
  }
  if (entry.previousHash !== lastHash) {
    return { fault: 'link-broken', because: 'The hash it names as the previous one is not that of the entry before it.' }
  }
  return findFault(entry)
}

function missing(first: number, last: number): string {
  return first === last ? `Entry ${first} is missing.` : `Entries ${first} to ${last} are missing.`
}

const NO_MOMENT: Break = { fault: 'entry-changed', because: 'Its sequence or its moment is not a whole number from 0.' }

/** What is wrong with an entry taken by itself, or null. Whether it fits the entry before it is not asked. */
export function whyNotWhole(entry: AuditEntry): string | null {
  return findFault(entry)?.because ?? null
}

function findFault(entry: AuditEntry): Break | null {
  if (!isMoment(entry.sequence) || !isMoment(entry.at)) return NO_MOMENT
  if (entry.hash !== hashEntry(entry)) {
    return { fault: 'entry-changed', because: 'Its hash is not the one its content gives: it was changed after it was written.' }
  }
  if (isCanonicalRecord(entry.canonical)) return null
  return { fault: 'entry-changed', because: 'Its text is not the canonical form of an audit record.' }
}

/** The hash does not cover the column by which entries are listed, and need not: the text says the same. */
function whyMisfiled(entry: AuditEntry, filedUnder: string | null | undefined): Break | null {
  if (filedUnder === undefined || readAuditRecord(entry)?.repository === filedUnder) return null
  return { fault: 'entry-misfiled', because: 'It is listed under another repository than the one its text names.' }
}

function rewritten(size: number, lastMet: number): Break {
  const since = lastMet === 0 ? 'from its beginning' : `after entry ${lastMet}`
  return {
    fault: 'chain-rewritten',
    because: `The chain holds in itself, but this is not the entry ${size} that was signed for: what was recorded ${since} was written anew, or this is another chain.`,
  }
}

function cutOff({ size }: Checkpoint, last: number): AuditBreak {
  const because = `The chain ends at entry ${last}, and ${size} were signed for: its tail was cut off, or an older copy stands in its place. ${missing(last + 1, size)}`
  return { sequence: last + 1, fault: 'tail-cut', because }
}

function isMoment(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
