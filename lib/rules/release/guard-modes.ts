import { type ExtractionPacket, GUARD_MODES, type GuardMode } from '#lib/model/extraction-packet.ts'

/** The mode of each gate that a packet names as its boundary guard. Where packets differ the strictest holds. */
export function guardModes(packets: readonly ExtractionPacket[]): ReadonlyMap<string, GuardMode> {
  const modes = new Map<string, GuardMode>()
  for (const { boundaryGuard } of packets) {
    if (boundaryGuard?.gate == null) continue
    const known = modes.get(boundaryGuard.gate)
    if (known === undefined || GUARD_MODES.indexOf(boundaryGuard.mode) > GUARD_MODES.indexOf(known)) {
      modes.set(boundaryGuard.gate, boundaryGuard.mode)
    }
  }
  return modes
}
