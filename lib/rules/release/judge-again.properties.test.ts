import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW } from '#test/builders/a-candidate.ts'
import { anyEvidence, anyHistory, factsOf, MODEL } from '#test/builders/any-history.ts'
import { judgeGate } from '../status/judge-gate.ts'
import { WatchedMoment } from '../status/watched-moment.ts'
import { factsOfGates } from './facts-of-gates.ts'
import { judgeCandidate } from './judge-candidate.ts'

const RUNS = { numRuns: 3000 }
const DAY = 24 * 3600 * 1000
const anyShare = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

describe('a moment says until when time alone changes nothing', () => {
  it('at every moment before it a gate is judged the same', () => {
    let bounded = 0
    fc.assert(
      fc.property(anyHistory, anyShare, (history, share) => {
        for (const facts of factsOfGates(MODEL, factsOf(history), { profile: null })) {
          const watched = new WatchedMoment(NOW)
          const judged = judgeGate(facts, watched)
          const end = Math.min(watched.changesAt, NOW.getTime() + 400 * DAY)
          if (Number.isFinite(watched.changesAt)) bounded += 1
          expect(end).toBeGreaterThan(NOW.getTime())
          for (const at of [NOW.getTime() + Math.floor(share * (end - NOW.getTime())), end - 1])
            expect(judgeGate(facts, new Date(at))).toEqual(judged)
        }
      }),
      RUNS,
    )
    expect(bounded).toBeGreaterThan(1500)
  })

  it('and it is not later than need be: what grows old is judged otherwise at that very moment', () => {
    let changed = 0
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const facts of factsOfGates(MODEL, factsOf({ ...history, exceptions: [], skips: [], runs: [] }), { profile: null })) {
          const watched = new WatchedMoment(NOW)
          const { status } = judgeGate(facts, watched)
          if (Number.isFinite(watched.changesAt) && judgeGate(facts, new Date(watched.changesAt)).status !== status) changed += 1
        }
      }),
      { numRuns: 2000 },
    )
    expect(changed).toBeGreaterThan(500)
  })
})

describe('a candidate that is judged again is judged as if for the first time', () => {
  it('whatever was recorded since, and however much later', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.array(anyEvidence, { maxLength: 2 }),
        fc.constantFrom(0, 1, DAY / 2, 2 * DAY, 40 * DAY),
        (history, added, later) => {
          const before = factsOf(history)
          judgeCandidate(MODEL, before, { profile: null, now: NOW })
          const evidence = [...before.evidence, ...added.map((each, at) => ({ ...each, id: `since-${at}`, sequence: 9_000 + at }))]
          const after = { ...before, evidence }
          const options = { profile: null, now: new Date(NOW.getTime() + later) }
          // A copy has other objects throughout, of which nothing can be known.
          expect(judgeCandidate(MODEL, after, options)).toEqual(judgeCandidate(MODEL, structuredClone(after), options))
        },
      ),
      RUNS,
    )
  })
})
