import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { nearestNames } from '#lib/model/nearest-names.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { namedGates } from '../routing/gate-catalogue.ts'

/**
 * A domain's gate that a profile, packet or routing rule names must be declared in its lane (a global gate exists by
 * being named), and a packet's release profile must exist.
 */
export function checkNames(model: OperatingModel): Diagnostic[] {
  const declared = new Set(model.lanes.flatMap((lane) => lane.gates.map((gate) => gate.id)))
  const profiles = model.profiles.map((profile) => profile.id)
  return [
    ...namedGates(model)
      .filter(({ id }) => !id.startsWith('global/') && !declared.has(id))
      .map(
        ({ id, place }): Diagnostic => ({
          ...place,
          column: 1,
          code: 'gate-unknown',
          severity: 'error',
          message: `${id} is named here, but no lane declares it.`,
          hint: didYouMean(nearestNames(id, declared)) ?? 'Declare the gate in the lane of its domain, or correct the id.',
        }),
      ),
    ...model.packets
      .filter((packet) => packet.releaseProfile !== null && !profiles.includes(packet.releaseProfile))
      .map(
        ({ file, line, domainId, releaseProfile }): Diagnostic => ({
          file,
          line,
          column: 1,
          code: 'profile-unknown',
          severity: 'warning',
          message: `The packet of ${domainId} names the release profile ${releaseProfile}, which is not declared.`,
          hint: didYouMean(nearestNames(releaseProfile ?? '', profiles)) ?? 'Declare it in the release profiles, or correct the name.',
        }),
      ),
  ]
}

function didYouMean(names: readonly string[]): string | null {
  return names.length === 0 ? null : `Did you mean ${names.join(' or ')}?`
}
