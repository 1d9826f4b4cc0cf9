import { visibleText } from '#lib/model/visible-text.ts'
import { parseGateId } from './gate-id.ts'
import type { LocatedFaults } from './located-faults.ts'
import type { YamlEntry, YamlText } from './yaml-document.ts'
import { readYamlText } from './yaml-readers.ts'

/** The full gate id that a key names. */
export function readGateReference(entry: YamlEntry | undefined, faults: LocatedFaults): string | null {
  const value = readYamlText(entry, faults)
  return value === null ? null : checkGateReference(value, faults)
}

/** The full gate id that a text is, or null with an error. */
export function checkGateReference(value: YamlText, faults: LocatedFaults): string | null {
  if (parseGateId(value.text) !== null) return value.text
  const message = `\`${visibleText(value.text)}\` is not the id of a gate.`
  faults.error(
    'invalid-id',
    value,
    message,
    'Write `global/<gate>`, `<domain>/local/<gate>`, `<domain>/smoke/<gate>` or `<domain>/evidence/<gate>`.',
  )
  return null
}
