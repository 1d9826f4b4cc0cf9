import type { OperatingModel } from '#lib/model/operating-model.ts'

/**
 * Every gate that the eight items of a domain look at: those of its lane and those its packet names. The items of a candidate that was
 * judged for these gates alone are those of the whole candidate.
 */
export function gatesOfDomain({ lanes, packets }: Pick<OperatingModel, 'lanes' | 'packets'>, domain: string): readonly string[] {
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
