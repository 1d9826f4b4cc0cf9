import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { DomainDetail, DomainSummary, PacketSummary } from '#lib/model/domain-summary.ts'
import type { ExtractionPacket } from '#lib/model/extraction-packet.ts'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { orderLanes } from './order-lanes.ts'

/** Every domain with a lane, in one line each, in the order of the board. */
export function describeDomains(model: OperatingModel): readonly DomainSummary[] {
  const consumers = consumersByDomain(model.lanes)
  return orderLanes(model.lanes).map((lane) => describeLane(lane, consumers))
}

/** One domain with its paths and its packet; null when no lane declares it. */
export function describeDomain(model: OperatingModel, domain: string): DomainDetail | null {
  const lane = model.lanes.find((each) => each.domainId === domain)
  if (lane === undefined) return null
  const packet = model.packets.find((each) => each.domainId === domain)
  return {
    ...describeLane(lane, consumersByDomain(model.lanes)),
    lane: { file: lane.file, line: lane.line },
    paths: lane.sourcePaths.map(({ pattern, line }) => ({ pattern: pattern.text, line })),
    packet: packet === undefined ? null : describePacket(packet),
  }
}

function describeLane(lane: DomainLane, consumers: ReadonlyMap<string, ReadonlySet<string>>): DomainSummary {
  const { domainId, title, group, kind, owner, dependsOn } = lane
  return {
    domain: domainId,
    title,
    group,
    kind,
    owner,
    dependsOn,
    consumers: [...(consumers.get(domainId) ?? [])].sort(),
    gates: countLayers(lane),
  }
}

function countLayers({ gates }: DomainLane): Record<GateLayer, number> {
  const counts = { 'contract-global': 0, 'domain-local': 0, 'consumer-smoke': 0, 'service-evidence': 0 }
  for (const { layer } of gates) counts[layer] += 1
  return counts
}

/** Who consumes whom: said by the one who consumes, or by the smoke that the one consumed runs for them. */
function consumersByDomain(lanes: readonly DomainLane[]): ReadonlyMap<string, ReadonlySet<string>> {
  const consumers = new Map<string, Set<string>>()
  const add = (domain: string, consumer: string) => consumers.set(domain, (consumers.get(domain) ?? new Set()).add(consumer))
  for (const lane of lanes) {
    for (const domain of lane.dependsOn ?? []) add(domain, lane.domainId)
    for (const { consumer } of lane.gates) if (consumer !== null) add(lane.domainId, consumer)
  }
  return consumers
}

function describePacket(packet: ExtractionPacket): PacketSummary {
  return {
    file: packet.file,
    line: packet.line,
    fairwayTask: packet.fairwayTask,
    recommendation: packet.decision?.recommendation ?? null,
    decidedOn: packet.decision?.decidedOn ?? null,
    crossProcessCallers: packet.crossProcessCallers,
    supportedConsumers: packet.supportedConsumers,
    releaseProfile: packet.releaseProfile,
    rollbackCommand: packet.rollback?.command ?? null,
    statusComponent: packet.statusops?.component ?? null,
    guardMode: packet.boundaryGuard?.mode ?? null,
  }
}
