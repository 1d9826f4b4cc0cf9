import type { BoardRow, CellFace } from '#lib/model/board.ts'
import {
  type CellChange,
  type Comparison,
  DIRECTIONS,
  type Direction,
  type GateChange,
  type GateFace,
  type SkipFate,
  type VerdictChange,
} from '#lib/model/comparison.ts'
import type { JudgedCandidate, JudgedGate } from '#lib/model/judgement.ts'
import type { Status } from '#lib/model/status.ts'
import { WORST_FIRST } from '../status/roll-up.ts'

/** A candidate as the board shows it. */
export interface BoardOfCandidate {
  readonly candidate: Pick<JudgedCandidate, 'gates'>
  readonly items: readonly BoardRow[]
  readonly layers: readonly BoardRow[]
}

/** What is not the same on two candidates that were judged by the same model at the same moment. A skip is never taken for a pass. */
export function compareCandidates(base: BoardOfCandidate, head: BoardOfCandidate): Comparison {
  const gates = pairGates(base.candidate.gates, head.candidate.gates)
  const has = (face: GateFace) => face.evidence > 0
  const needs = (face: GateFace) => face.status !== 'not-applicable'
  const compared = {
    verdicts: changedVerdicts(base.items, head.items),
    items: changedCells(base.items, head.items),
    layers: changedCells(base.layers, head.layers),
    evidenceLost: gates.filter(({ before, after }) => has(before) && !has(after)),
    evidenceGained: gates.filter(({ before, after }) => !has(before) && has(after)),
    skips: gates.flatMap((change) => {
      const fate = fateOfSkip(change.before.status, change.after.status)
      return fate === null ? [] : [{ ...change, fate }]
    }),
    debt: gates.filter(({ before, after }) => before.debt.toSorted().join() !== after.debt.toSorted().join()),
    needed: gates.filter(({ before, after }) => needs(before) !== needs(after)),
  }
  return { ...compared, isSame: Object.values(compared).every((list) => list.length === 0) }
}

/** Whether the second status is nearer to passing. */
export function directionOf(before: Status, after: Status): Direction {
  if (before === after || before === 'not-applicable' || after === 'not-applicable') return 'other'
  return WORST_FIRST.indexOf(after) < WORST_FIRST.indexOf(before) ? 'worse' : 'better'
}

function changedCells(before: readonly BoardRow[], after: readonly BoardRow[]): readonly CellChange[] {
  const old = new Map(before.map((row) => [row.domain, row]))
  const changes = after.flatMap(({ domain, title, cells }) =>
    cells.flatMap((cell, at) => {
      const was = old.get(domain)?.cells[at]
      if (was === undefined || looksSame(was, cell)) return []
      const direction = directionOf(was.status, cell.status)
      return [{ domain, title, number: at + 1, before: faceOf(was), after: faceOf(cell), direction }]
    }),
  )
  return changes.toSorted(
    (a, b) =>
      DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction) ||
      WORST_FIRST.indexOf(a.after.status) - WORST_FIRST.indexOf(b.after.status),
  )
}

function looksSame(a: CellFace, b: CellFace): boolean {
  return a.status === b.status && a.note === b.note && a.overlays.join() === b.overlays.join()
}

/** Without the reasons: they are asked for where they are shown. */
function faceOf({ id, status, overlays, note }: CellFace): CellFace {
  return { id, status, overlays, note }
}

function changedVerdicts(before: readonly BoardRow[], after: readonly BoardRow[]): readonly VerdictChange[] {
  const old = new Map(before.map(({ domain, verdict }) => [domain, verdict]))
  return after.flatMap(({ domain, title, verdict }) => {
    const was = old.get(domain)
    return was === undefined || was === verdict ? [] : [{ domain, title, before: was, after: verdict }]
  })
}

/** A gate that is judged on one of them only is not needed for the other. */
function pairGates(before: readonly JudgedGate[], after: readonly JudgedGate[]): readonly GateChange[] {
  const old = new Map(before.map((gate) => [gate.gate, gate]))
  const known = new Set(after.map(({ gate }) => gate))
  return [
    ...after.map((gate) => ({ gate: gate.gate, domain: gate.domain, before: gateFace(old.get(gate.gate)), after: gateFace(gate) })),
    ...before
      .filter(({ gate }) => !known.has(gate))
      .map((gate) => ({ gate: gate.gate, domain: gate.domain, before: gateFace(gate), after: gateFace(undefined) })),
  ]
}

function gateFace(gate: JudgedGate | undefined): GateFace {
  if (gate === undefined) return { status: 'not-applicable', overlays: [], evidence: 0, debt: [] }
  return { status: gate.status, overlays: gate.overlays, evidence: gate.evidence.length, debt: gate.debt }
}

function fateOfSkip(before: Status, after: Status): SkipFate | null {
  if (before !== 'skipped') return after === 'skipped' ? 'added' : null
  return after === 'skipped' ? null : after === 'passed' ? 'repaid' : 'gone'
}
