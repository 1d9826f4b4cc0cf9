import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'

/** The lanes, looked up the ways routing asks for them. */
export interface LaneBook {
  /** True when some lane declares the domain. */
  has(domain: string): boolean
  kindOf(domain: string): DomainLane['kind'] | null
  gatesOf(domain: string, layer: GateLayer): readonly Gate[]
  /** Domains whose lanes say they depend on this one. */
  dependentsOf(domain: string): readonly string[]
  /**
   * The smokes that show that the shared services a product consumes still serve it: those of the domains it depends on
   * (of every platform domain when it does not say), unless they name another consumer; and every smoke that names it.
   */
  smokesConsumedBy(domain: string): readonly Gate[]
}

/** Opens the lanes of a model for look-ups. */
export function openLaneBook(model: OperatingModel): LaneBook {
  const lanes = new Map<string, DomainLane[]>()
  const dependents = new Map<string, string[]>()
  for (const lane of model.lanes) {
    push(lanes, lane.domainId, lane)
    for (const dependency of lane.dependsOn ?? []) push(dependents, dependency, lane.domainId)
  }
  const gatesOf = (domain: string, layer: GateLayer) =>
    (lanes.get(domain) ?? []).flatMap((lane) => lane.gates.filter((gate) => gate.layer === layer))
  return {
    has: (domain) => lanes.has(domain),
    kindOf: (domain) => lanes.get(domain)?.[0]?.kind ?? null,
    gatesOf,
    dependentsOf: (domain) => dependents.get(domain) ?? [],
    smokesConsumedBy: (domain) => {
      const said = (lanes.get(domain) ?? []).every((lane) => lane.dependsOn !== null)
      const consumed = new Set(said ? (lanes.get(domain) ?? []).flatMap((lane) => lane.dependsOn ?? []) : platformDomains(model, domain))
      return model.lanes
        .filter((lane) => lane.domainId !== domain)
        .flatMap((lane) => lane.gates.filter((gate) => gate.layer === 'consumer-smoke' && servesConsumer(gate, domain, consumed)))
    },
  }
}

function servesConsumer(smoke: Gate, consumer: string, consumed: ReadonlySet<string>): boolean {
  return smoke.consumer === consumer || (smoke.consumer === null && smoke.domain !== null && consumed.has(smoke.domain))
}

function platformDomains(model: OperatingModel, except: string): string[] {
  return model.lanes.filter((lane) => lane.kind === 'platform' && lane.domainId !== except).map((lane) => lane.domainId)
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}
