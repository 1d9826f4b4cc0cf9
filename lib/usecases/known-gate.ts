import { nearestNames } from '#lib/model/nearest-names.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { isInScope, type TokenScope } from '#lib/model/token-scope.ts'
import { type IndexedGate, indexModel } from '#lib/rules/release/indexed-model.ts'
import type { FieldFault } from './field-fault.ts'

/** The gate of that id, if the model has it and the token may post for it; else what is wrong with the field that named it. */
export function findGate(model: OperatingModel, scope: TokenScope, id: string, path: string): IndexedGate | FieldFault {
  const { gates } = indexModel(model)
  const known = gates.get(id)
  if (known === undefined) {
    const [nearest] = nearestNames(id, [...gates.keys()])
    const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`
    return { code: 'gate-unknown', path, message: `no such gate in the current model${hint}` }
  }
  if (isInScope(scope, known.gate)) return known
  return { code: 'not-authorised', path, message: `this token may not post for ${id}` }
}

/** True for what `findGate` found wrong. */
export function isFault(found: IndexedGate | FieldFault): found is FieldFault {
  return 'code' in found
}
