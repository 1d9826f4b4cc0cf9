import type { Content } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { GateLayer } from '#lib/model/gate-layer.ts'

/** A piece of evidence as a list shows it; moments are ISO text. */
export interface ShownEvidence extends Pick<Evidence, 'id' | 'gate' | 'result' | 'counts' | 'exitCode' | 'profile' | 'producer'> {
  readonly content: Content
  readonly receivedAt: string
  /** Null when the model no longer has its gate. */
  readonly layer: GateLayer | null
  readonly findingCount: number | null
  readonly revoked: object | null
}
