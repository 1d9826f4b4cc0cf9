import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { Place } from '#lib/model/place.ts'

/** What lanes say that cannot all be meant: two lanes of one domain, and a global gate that is run in different ways. */
export function findLaneConflicts(lanes: readonly DomainLane[], routedGates: readonly Gate[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const domains = new Map<string, DomainLane>()
  for (const lane of lanes) {
    const other = domains.get(lane.domainId)
    if (other === undefined) domains.set(lane.domainId, lane)
    else diagnostics.push(twoLanes(lane, other))
  }
  const runs = new Map<string, { readonly run: string; readonly declared: Place }>()
  for (const gate of [...routedGates, ...lanes.flatMap((lane) => lane.gates)]) {
    if (gate.domain !== null || gate.run === null || gate.declared === null) continue
    const other = runs.get(gate.id)
    if (other === undefined) runs.set(gate.id, { run: gate.run, declared: gate.declared })
    else if (other.run !== gate.run) diagnostics.push(twoRuns(gate.id, gate.declared, other.declared))
  }
  return diagnostics
}

function twoLanes(lane: DomainLane, other: DomainLane): Diagnostic {
  return {
    file: lane.file,
    line: lane.line,
    column: 1,
    code: 'duplicate-id',
    severity: 'error',
    message: `The domain \`${lane.domainId}\` has a lane here and in ${other.file}:${other.line}.`,
    hint: 'Keep one lane per domain. Until then the gates of both are required.',
  }
}

function twoRuns(id: string, declared: Place, other: Place): Diagnostic {
  return {
    file: declared.file,
    line: declared.line,
    column: 1,
    code: 'gate-conflict',
    severity: 'warning',
    message: `The gate \`${id}\` is run in another way here than in ${other.file}:${other.line}.`,
    hint: 'A global gate is one gate for all: say how it is run in one place, best in the routing rules.',
  }
}
