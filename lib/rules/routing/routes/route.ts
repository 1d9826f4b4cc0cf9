import type { GateReason } from '#lib/model/gate-plan.ts'
import type { Place } from '#lib/model/place.ts'
import type { ClassChain, ClassifiedFile } from '../classify-file.ts'
import type { RoutingContext } from '../routing-context.ts'

/** One file and one of its classes, seen by the route of that class. */
export interface RouteInput {
  readonly context: RoutingContext
  readonly classified: ClassifiedFile
  readonly chain: ClassChain
  /** True when some file of the change is a contract or schema: a surface's data may change with it. */
  readonly dataContractChanges: boolean
}

/** A gate and the one chain that brings it here. */
export interface RoutedGate {
  readonly gateId: string
  readonly reason: GateReason
}

/** The minimum route of one change class. Pure; an empty answer means that the class asks nothing more of this file. */
export type Route = (input: RouteInput) => readonly RoutedGate[]

/** Routes a file to gates, all by the same rule and for the same reason. */
export function routed(
  input: { readonly classified: ClassifiedFile; readonly chain: ClassChain },
  gates: readonly { readonly id: string; readonly declared: Place | null }[],
  text: string,
  rule: string = input.chain.class,
): RoutedGate[] {
  const { owner } = input.chain
  const map = owner === null ? null : { file: owner.file, line: owner.line }
  const file = input.classified.file.path
  return gates.map(({ id, declared }) => ({ gateId: id, reason: { code: `route.${rule}`, text, file, map, rule, declared } }))
}

/** Gates of routing's own, by id, with the line that declares them when one does. */
export function known(context: RoutingContext, ...ids: readonly string[]): { id: string; declared: Place | null }[] {
  return ids.map((id) => ({ id, declared: context.catalogue.get(id)?.declared ?? null }))
}
