import type { GateLayer } from './gate-layer.ts'

/** A domain that was found by name. */
export interface FoundDomain {
  readonly domain: string
  readonly title: string
  readonly owner: string | null
}

/** A gate that was found by name. */
export interface FoundGate {
  readonly gate: string
  readonly title: string
  readonly layer: GateLayer
  /** The domain whose lane is to be opened for it. */
  readonly domain: string
}
