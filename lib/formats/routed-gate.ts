import type { Gate } from '#lib/model/gate.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { readGateEntry } from './gate-entry.ts'
import type { LocatedFaults } from './located-faults.ts'
import type { YamlValue } from './yaml-document.ts'
import { readChoice } from './yaml-readers.ts'

/** A `global/…` gate of the routing rules: a gate entry that may also say its `layer` (`contract-global` when it does not). */
export function readRoutedGate(value: YamlValue, faults: LocatedFaults): Gate | null {
  const entries = value.kind === 'mapping' ? value.entries : []
  const layer = readChoice(
    entries.find(({ key }) => key === 'layer'),
    GATE_LAYERS,
    faults,
  )
  const gate = value.kind === 'mapping' ? { ...value, entries: entries.filter(({ key }) => key !== 'layer') } : value
  return readGateEntry(gate, { layer: layer ?? 'contract-global', domain: null, prefix: 'global/' }, faults)
}
