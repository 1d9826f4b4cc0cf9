import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { Place } from '#lib/model/place.ts'

/** Every domain that a map names has a lane, and every domain that a row, lane or smoke refers to exists. */
export function checkDomains(model: OperatingModel): Diagnostic[] {
  const withLane = new Set(model.lanes.map((lane) => lane.domainId))
  const rows = model.maps.flatMap((map) => map.rows)
  const known = new Set([...withLane, ...rows.map((row) => row.domain)])
  const firstRows = new Map(rows.toReversed().map((row) => [row.domain, row]))
  return [
    ...[...firstRows.values()].filter((row) => !withLane.has(row.domain)).map((row) => withoutLane(row.domain, row)),
    ...rows.flatMap((row) => row.consumers.filter((each) => !known.has(each)).map((each) => unknown(each, row, 'as a consumer'))),
    ...model.lanes.flatMap((lane) => [
      ...(lane.dependsOn ?? []).filter((each) => !known.has(each)).map((each) => unknown(each, lane, 'in depends_on')),
      ...lane.gates
        .filter((gate) => gate.consumer !== null && !known.has(gate.consumer))
        .map((gate) => unknown(gate.consumer ?? '', gate.declared ?? lane, `as the consumer of ${gate.id}`)),
    ]),
  ]
}

function withoutLane(domain: string, { file, line }: Place): Diagnostic {
  return {
    file,
    line,
    column: 1,
    code: 'domain-without-lane',
    severity: 'warning',
    message: `${domain} owns paths but no lane declares its gates: a change to them runs every global gate.`,
    hint: `Write a domain_lane with domain_id: ${domain} in the folder of domain lanes.`,
  }
}

function unknown(domain: string, { file, line }: Place, where: string): Diagnostic {
  return {
    file,
    line,
    column: 1,
    code: 'domain-unknown',
    severity: 'warning',
    message: `${domain} is named ${where}, but no map and no lane knows that domain.`,
    hint: 'Correct the id, or give the domain a lane.',
  }
}
