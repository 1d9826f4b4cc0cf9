import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boardRow } from '#lib/rules/board/board-row.ts'
import { judgeEligibility } from '#lib/rules/eligibility/judge-eligibility.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import type { ReadyWorld } from '#test/builders/a-ready-world.ts'
import { alter, anyEvidence, anyReadyWorld, record, takeBack } from '#test/builders/any-ready-world.ts'
import { boardRows } from './board-rows.ts'

const DAY = 24 * 3600 * 1000
const TABS = ['items', 'layers'] as const

function rowsOf({ model, facts, documents, now }: ReadyWorld) {
  const candidate = judgeCandidate(model, facts, { profile: null, now })
  const tree = documents === null ? [] : (TREES.get(documents) ?? [...documents])
  if (documents !== null) TREES.set(documents, tree)
  const current = { compiled: { model }, tree }
  const judged = { current, facts, candidate, now, content: null, sequence: 1, historyHash: null } as unknown as Parameters<
    typeof boardRows
  >[0]
  return TABS.map((tab) => model.lanes.map(boardRows(judged, tab)))
}
const TREES = new WeakMap<ReadonlySet<string>, readonly string[]>()

/** The same from nothing: copies have other objects throughout, of which nothing can be known. */
function rowsAnew(world: ReadyWorld) {
  const { model, facts, documents, now } = structuredClone(world)
  const candidate = judgeCandidate(model, facts, { profile: null, now })
  return TABS.map((tab) =>
    model.lanes.map((lane) =>
      boardRow(lane, { model, candidate, tab, eligibility: judgeEligibility(model, lane.domainId, candidate, facts, documents, now) }),
    ),
  )
}

it('a row that is given again is the row that would be made, whatever was recorded since and however much later', () => {
  fc.assert(
    fc.property(
      anyReadyWorld,
      fc.option(anyEvidence),
      fc.option(fc.nat(7)),
      fc.constantFrom(0, 1, DAY / 2, 2 * DAY, 8 * DAY, 40 * DAY),
      (world, added, taken, later) => {
        rowsOf(world)
        const grown = added === null ? world : record(world, added.gate, added.given)
        const after = { ...(taken === null ? grown : alter(grown, taken, takeBack)), now: new Date(world.now.getTime() + later) }
        expect(rowsOf(after)).toEqual(rowsAnew(after))
      },
    ),
    { numRuns: 2000 },
  )
})
