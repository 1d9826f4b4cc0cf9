import type { GateLayer } from './gate-layer.ts'
import type { Place } from './place.ts'

/**
 * A gate as a repository declares it. The id is a path: `global/<gate>`, `<domain>/local/<gate>`,
 * `<domain>/smoke/<gate>`, `<domain>/evidence/<gate>`.
 */
export interface Gate {
  readonly id: string
  readonly layer: GateLayer
  /** The domain whose lane it stands in; null for a global gate. */
  readonly domain: string | null
  readonly title: string
  /** The command that runs it, when the repository says one. */
  readonly run: string | null
  /** For a consumer smoke: the domain that consumes. */
  readonly consumer: string | null
  /** How long its evidence holds, in seconds. */
  readonly maxAgeSeconds: number | null
  readonly deterministic: boolean | null
  /** Who may post evidence for it; empty when the repository does not say. */
  readonly producers: readonly string[]
  /** Where it is declared; null for the gates that routing itself knows. */
  readonly declared: Place | null
}
