import { describe, expect, it } from 'vitest'
import type { BoardRow } from '#lib/model/board.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import { STATUSES, type Status } from '#lib/model/status.ts'
import { type BoardOfCandidate, compareCandidates, directionOf } from './compare-candidates.ts'

function row(statuses: readonly Status[], changed: Partial<BoardRow> = {}): BoardRow {
  const cells = GATE_LAYERS.map((id, at) => ({ id, status: statuses[at] ?? 'passed', overlays: [], note: '', reasons: [] }))
  return { domain: 'web', group: null, title: 'Web', owner: null, verdict: 'not-eligible', cells, ...changed }
}

function gate(name: string, status: Status, changed: Partial<JudgedGate> = {}): JudgedGate {
  const known = {
    gate: name,
    layer: 'domain-local',
    domain: 'web',
    overlays: [],
    satisfied: false,
    reasons: [],
    debt: [],
    exceptions: [],
  } as const
  return { ...known, status, evidence: status === 'passed' ? ['e1'] : [], ...changed }
}

function board(rows: readonly BoardRow[], gates: readonly JudgedGate[] = []): BoardOfCandidate {
  return { candidate: { gates }, items: rows, layers: rows }
}

describe('what is not the same on two candidates', () => {
  it('is nothing when they stand the same', () => {
    const same = board([row(['failed', 'stale'])], [gate('web/local/a', 'passed')])
    expect(compareCandidates(same, same).isSame).toBe(true)
    expect(compareCandidates(same, same).items).toEqual([])
  })

  it('are the cells that changed alone, what got worse first', () => {
    const { items, isSame } = compareCandidates(
      board([row(['failed', 'passed', 'passed', 'not-applicable'])]),
      board([row(['passed', 'stale', 'passed', 'failed'])]),
    )
    expect(items.map(({ number, direction }) => [number, direction])).toEqual([
      [2, 'worse'],
      [4, 'other'],
      [1, 'better'],
    ])
    expect(items[0]).toMatchObject({ before: { status: 'passed' }, after: { status: 'stale' } })
    expect(isSame).toBe(false)
  })

  it('are domains that became eligible, or ceased to be', () => {
    const { verdicts } = compareCandidates(board([row([], { verdict: 'eligible' })]), board([row([])]))
    expect(verdicts).toEqual([{ domain: 'web', title: 'Web', before: 'eligible', after: 'not-eligible' }])
  })

  it('is evidence that is lost or gained, a gate at a time', () => {
    const before = [gate('web/local/a', 'passed'), gate('web/local/b', 'missing')]
    const after = [gate('web/local/a', 'missing'), gate('web/local/b', 'passed')]
    const { evidenceLost, evidenceGained } = compareCandidates(board([], before), board([], after))
    expect([evidenceLost, evidenceGained].map((list) => list.map((change) => change.gate))).toEqual([['web/local/a'], ['web/local/b']])
  })

  it('is a skip that was added, and one that was repaid by a pass alone', () => {
    const fates = (before: Status, after: Status) =>
      compareCandidates(board([], [gate('web/local/a', before)]), board([], [gate('web/local/a', after)])).skips.map(({ fate }) => fate)
    expect(fates('missing', 'skipped')).toEqual(['added'])
    expect(fates('passed', 'skipped')).toEqual(['added'])
    expect(fates('skipped', 'passed')).toEqual(['repaid'])
    for (const status of STATUSES.filter((each) => !['passed', 'skipped'].includes(each)))
      expect(fates('skipped', status)).toEqual(['gone'])
    expect(fates('skipped', 'skipped')).toEqual([])
  })

  it('is debt that only one of them owes, and gates that only one of them needs', () => {
    const owing = compareCandidates(
      board([], [gate('web/local/a', 'missing')]),
      board([], [gate('web/local/a', 'missing', { debt: ['hidden-skip'] })]),
    )
    expect(owing.debt.map(({ before, after }) => [before.debt, after.debt])).toEqual([[[], ['hidden-skip']]])
    const needing = compareCandidates(board([], []), board([], [gate('web/local/new', 'missing'), gate('web/local/not', 'not-applicable')]))
    expect(needing.needed.map((change) => change.gate)).toEqual(['web/local/new'])
  })

  it('a skip is never better than a pass, and what does not apply is neither better nor worse', () => {
    expect(directionOf('passed', 'skipped')).toBe('worse')
    expect(directionOf('missing', 'skipped')).toBe('better')
    for (const status of STATUSES) {
      expect(directionOf(status, 'not-applicable')).toBe('other')
      expect(directionOf('not-applicable', status)).toBe('other')
    }
  })
})
