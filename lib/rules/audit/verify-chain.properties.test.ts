import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '#lib/model/audit.ts'
import type { Checkpoint } from '#lib/model/checkpoint.ts'
import { anAuditChain, rechained } from '#test/builders/an-audit-chain.ts'
import { doubtHistory } from './doubt-history.ts'
import { verifyChain } from './verify-chain.ts'

const LENGTH = 12
const CHAIN = anAuditChain(LENGTH)

const checkpointAt = (size: number): Checkpoint => ({ size, hash: CHAIN[size - 1]?.hash ?? '' })

/** Where somebody signed for the chain: at least once. */
const checkpoints = fc.uniqueArray(fc.integer({ min: 1, max: LENGTH }), { minLength: 1 }).map((sizes) => sizes.map(checkpointAt))

function verify(entries: readonly AuditEntry[], held: readonly Checkpoint[]) {
  const chain = verifyChain(held)
  for (const entry of entries) chain.add(entry)
  return chain.result()
}

describe('a chain held against what was signed for it', () => {
  it('meets every checkpoint that was made of it, in whatever order they come', () => {
    fc.assert(
      fc.property(checkpoints, (held) => {
        const newest = checkpointAt(Math.max(...held.map(({ size }) => size)))
        expect(verify(CHAIN, held)).toMatchObject({ verified: true, firstBad: null, checkpoints: { kept: held.length, newest } })
      }),
    )
  })

  it('with its tail cut below the newest checkpoint names the first entry that is gone', () => {
    fc.assert(
      fc.property(checkpoints, fc.nat({ max: LENGTH - 1 }), (held, left) => {
        const newest = Math.max(...held.map(({ size }) => size))
        const { firstBad } = verify(CHAIN.slice(0, left), held)
        expect(firstBad).toEqual(left >= newest ? null : expect.objectContaining({ sequence: left + 1, fault: 'tail-cut' }))
      }),
    )
  })

  it('written anew with every hash recomputed is whole in itself, and named by the first checkpoint from there on', () => {
    fc.assert(
      fc.property(checkpoints, fc.integer({ min: 1, max: LENGTH }), (held, from) => {
        const other = rechained(CHAIN, from, 'somebody else')
        expect(verify(other, []).verified).toBe(true)
        const first = Math.min(...held.map(({ size }) => size).filter((size) => size >= from))
        expect(verify(other, held).firstBad).toEqual(
          Number.isFinite(first) ? expect.objectContaining({ sequence: first, fault: 'chain-rewritten' }) : null,
        )
      }),
    )
  })
})

describe('at the start, the newest checkpoint alone says whether this is the history', () => {
  it('exactly when its entry is there with its hash', () => {
    const facts = fc.record({
      head: fc.constant(checkpointAt(3)),
      hash: fc.option(fc.constantFrom('aa', 'bb'), { nil: null }),
      hasYoungerRecords: fc.boolean(),
    })
    fc.assert(
      fc.property(facts, (given) => {
        const doubt = doubtHistory({ size: 5, hash: 'aa' }, given)
        expect(doubt?.fault ?? null).toBe(
          given.hash === 'aa' ? null : given.hash !== null ? 'chain-rewritten' : given.hasYoungerRecords ? 'tail-cut' : 'older-copy',
        )
      }),
    )
  })
})
