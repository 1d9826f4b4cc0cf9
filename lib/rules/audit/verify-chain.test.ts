import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuditEntry, AuditVerification } from '#lib/model/audit.ts'
import { canonicalText } from './canonical-text.ts'
import { hashEntry, NO_PREVIOUS_HASH } from './hash-entry.ts'
import { verifyChain } from './verify-chain.ts'

function aChain(length: number): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (let sequence = 1; sequence <= length; sequence++) {
    const canonical = canonicalText({
      action: 'a.done',
      actor: 'server',
      details: { n: sequence },
      repository: 'r',
      subject: `s${sequence}`,
    })
    const entry = { sequence, at: 1_700_000_000_000 + sequence, previousHash: entries.at(-1)?.hash ?? NO_PREVIOUS_HASH, canonical }
    entries.push({ ...entry, hash: hashEntry(entry) })
  }
  return entries
}

function verify(entries: readonly AuditEntry[]): AuditVerification {
  const chain = verifyChain()
  for (const entry of entries) chain.add(entry)
  return chain.result()
}

describe('the hash of an audit entry', () => {
  it('is SHA-256 over a zero byte, sequence and moment as 8 bytes each, the previous hash and the text', () => {
    const canonical = '{"action":"a","actor":"b","details":"\u20ac","repository":null,"subject":"c"}'
    const parts = [Buffer.from([0]), Buffer.alloc(16), Buffer.from('ab'.repeat(32)), Buffer.from(canonical)]
    parts[1]?.writeBigUInt64BE(258n, 0)
    parts[1]?.writeBigUInt64BE(1_700_000_000_123n, 8)
    const expected = createHash('sha256').update(Buffer.concat(parts)).digest('hex')
    expect(hashEntry({ sequence: 258, at: 1_700_000_000_123, previousHash: 'ab'.repeat(32), canonical })).toBe(expected)
  })
})

describe('the audit chain', () => {
  it('verifies as it was written, and so does an empty one', () => {
    const entries = aChain(5)
    expect(verify(entries)).toEqual({
      verified: true,
      entries: 5,
      head: { sequence: 5, hash: entries[4]?.hash },
      firstBad: null,
      checkpoints: null,
    })
    expect(verify([])).toEqual({ verified: true, entries: 0, head: null, firstBad: null, checkpoints: null })
  })

  it('names the first entry that does not fit, and counts the others', () => {
    const entries = aChain(4).map((entry) => (entry.sequence >= 3 ? { ...entry, at: entry.at + 1 } : entry))
    const found = verify(entries)
    expect(found).toMatchObject({ verified: false, entries: 4, head: { sequence: 2 }, firstBad: { sequence: 3 } })
    expect(found.firstBad?.because).toMatch(/changed after it was written/)
  })

  it('does not take an entry that fits in itself and not to the one before', () => {
    const entries = aChain(3)
    const other = { ...(entries[2] as AuditEntry), previousHash: NO_PREVIOUS_HASH }
    expect(verify(entries.with(2, { ...other, hash: hashEntry(other) })).firstBad).toMatchObject({ sequence: 3 })
  })

  it('does not begin in the middle', () => {
    expect(verify(aChain(3).slice(1)).firstBad).toMatchObject({ sequence: 2 })
  })

  it('does not take a text that hides another spelling, even with a fitting hash', () => {
    const [first] = aChain(1)
    const canonical = `${first?.canonical} `
    const entry = { sequence: 1, at: 1, previousHash: NO_PREVIOUS_HASH, canonical }
    expect(verify([{ ...entry, hash: hashEntry(entry) }]).firstBad?.because).toMatch(/canonical/)
  })

  it.each([Number.NaN, -1, 1.5, 2 ** 60])('says so when a sequence is %d', (sequence) => {
    const [first] = aChain(1)
    expect(first && verify([{ ...first, sequence }]).verified).toBe(false)
  })

  it('shows every change of a byte, every entry taken out, put in twice or moved', () => {
    const entries = aChain(6)
    const changed = fc.tuple(fc.nat(5), fc.constantFrom('sequence', 'at', 'canonical', 'previousHash', 'hash'), fc.nat())
    fc.assert(
      fc.property(changed, ([index, part, by]) => {
        const entry = entries[index] as AuditEntry
        const value = entry[part as keyof AuditEntry]
        const other = typeof value === 'number' ? value + 1 + by : replaceAt(value, by)
        expect(verify(entries.with(index, { ...entry, [part]: other })).firstBad?.sequence).toBe(
          part === 'sequence' ? other : entry.sequence,
        )
        if (index < 5) expect(verify(entries.toSpliced(index, 1)).verified).toBe(false)
        expect(verify(entries.toSpliced(index, 0, entry)).verified).toBe(false)
        if (index < 5) expect(verify(entries.toSpliced(index, 2, entries[index + 1] as AuditEntry, entry)).verified).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
})

function replaceAt(text: string, at: number): string {
  const index = at % text.length
  return text.slice(0, index) + (text[index] === 'x' ? 'y' : 'x') + text.slice(index + 1)
}
