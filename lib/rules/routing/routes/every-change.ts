import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { RoutedGate } from './route.ts'

/** "Global gates remain mandatory": every gate that any lane lists under `global_gates` is required for every change. */
export function routeEveryChange(model: OperatingModel): RoutedGate[] {
  return model.lanes.flatMap((lane) =>
    lane.gates
      .filter((gate) => gate.layer === 'contract-global')
      .map((gate) => ({
        gateId: gate.id,
        reason: {
          code: 'route.always',
          text: `${lane.domainId} lists it as a global gate: every change runs it`,
          file: null,
          map: null,
          rule: 'always',
          declared: gate.declared,
        },
      })),
  )
}
