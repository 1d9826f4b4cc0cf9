import type { ClassifiedFile } from '../classify-file.ts'
import type { RoutingContext } from '../routing-context.ts'
import { known, type RoutedGate, routed } from './route.ts'

/** An owner whose domain has no lane has said nothing about its gates; what is not known runs every global gate. */
export function routeWithoutLane(context: RoutingContext, classified: ClassifiedFile): RoutedGate[] {
  const chains = new Map(
    classified.chains
      .filter((chain) => chain.class !== 'docs' && chain.domain !== null && !context.lanes.has(chain.domain))
      .map((chain) => [chain.domain, chain]),
  )
  return [...chains.values()].flatMap((chain) =>
    routed(
      { classified, chain },
      known(context, ...context.globalGateIds),
      `${chain.domain} has no lane, so its own gates are not known: every global gate runs`,
      'no-lane',
    ),
  )
}
