import type { OperatingModel } from '#lib/model/operating-model.ts'

type Declared = Pick<OperatingModel, 'lanes' | 'packets'>

const listed = new WeakMap<Declared, Map<string, readonly string[]>>()

/**
 * Every gate that the eight items of a domain look at: those of its lane and those its packet names. The items of a candidate that was
 * judged for these gates alone are those of the whole candidate. Listed once of a model, since a model never changes.
 */
export function gatesOfDomain(model: Declared, domain: string): readonly string[] {
  const known = listed.get(model) ?? new Map<string, readonly string[]>()
  const gates = known.get(domain) ?? listGates(model, domain)
  listed.set(model, known.set(domain, gates))
  return gates
}

function listGates({ lanes, packets }: Declared, domain: string): readonly string[] {
  const ofLane = lanes.filter(({ domainId }) => domainId === domain).flatMap((lane) => lane.gates.map(({ id }) => id))
  const ofPacket = packets
    .filter(({ domainId }) => domainId === domain)
    .flatMap(({ degradation, rollback, statusops, boundaryGuard }) => [
      degradation?.gate,
      rollback?.gate,
      statusops?.gate,
      boundaryGuard?.gate,
    ])
    .filter((gate) => gate != null)
  return [...new Set([...ofLane, ...ofPacket])]
}
