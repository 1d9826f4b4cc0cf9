import type { GateLayer } from '#lib/model/gate-layer.ts'
import type { Status } from '#lib/model/status.ts'

/**
 * Why an exception need not even be asked for, as a gate is shown now; null when it may be. Asking looks at everything that was recorded, and
 * may still say no.
 */
export function whyNotExcept(layer: GateLayer, status: Status): string | null {
  return layer === 'contract-global' && status === 'failed' ? 'A global contract gate that failed cannot be excepted: put it right.' : null
}
