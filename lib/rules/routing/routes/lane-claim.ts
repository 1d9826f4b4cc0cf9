import type { ClassifiedFile } from '../classify-file.ts'
import { uatGateId } from '../gate-catalogue.ts'
import type { RoutingContext } from '../routing-context.ts'
import type { RoutedGate } from './route.ts'

/**
 * A lane's path is not ownership, but where no map gives the file to the lane's domain it is doubtful who is affected:
 * every gate of that lane comes as well.
 */
export function routeClaims(context: RoutingContext, classified: ClassifiedFile): RoutedGate[] {
  return classified.unownedClaims.flatMap((claim) => {
    const lanes = context.compiled.model.lanes.filter((lane) => lane.domainId === claim.domain)
    const uat = lanes.some((lane) => lane.kind === 'product') ? [{ id: uatGateId(claim.domain), declared: null }] : []
    return [...lanes.flatMap((lane) => lane.gates), ...uat].map((gate) => ({
      gateId: gate.id,
      reason: {
        code: 'route.lane-claim',
        text: `the lane of ${claim.domain} claims the file (${claim.pattern}), though no map gives it to ${claim.domain}`,
        file: classified.file.path,
        map: null,
        rule: 'lane-claim',
        declared: { file: claim.file, line: claim.line },
      },
    }))
  })
}
