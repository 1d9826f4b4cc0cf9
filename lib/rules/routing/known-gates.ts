import type { ChangeClass } from '#lib/model/change-class.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { GateLayer } from '#lib/model/gate-layer.ts'

/** A gate that routing itself knows, whatever the lanes say, and the class of change that brings it. */
export interface KnownGate {
  readonly id: string
  readonly layer: GateLayer
  readonly title: string
  readonly routedBy: ChangeClass
}

/** The gates of the operating model's routing table that belong to no domain (docs/operating-model.md, "Gate routing rules"). */
export const KNOWN_GATES: readonly KnownGate[] = [
  { id: 'global/codegen', layer: 'contract-global', title: 'Code generation drift', routedBy: 'contract' },
  { id: 'global/boundary_guard', layer: 'contract-global', title: 'Boundary guard', routedBy: 'shared-service' },
  { id: 'global/schema-drift-guard', layer: 'contract-global', title: 'Schema drift guard', routedBy: 'schema' },
  { id: 'global/migration-validation', layer: 'contract-global', title: 'Migration validation', routedBy: 'schema' },
  { id: 'global/api-read-model-smoke', layer: 'consumer-smoke', title: 'API and read-model smoke', routedBy: 'schema' },
  { id: 'global/docs-ux', layer: 'contract-global', title: 'Source documents and UX', routedBy: 'frontend' },
  { id: 'global/release-profile-resolver', layer: 'contract-global', title: 'Release profile resolver', routedBy: 'cicd' },
  { id: 'global/preflight-smoke', layer: 'consumer-smoke', title: 'Preflight smoke', routedBy: 'cicd' },
  { id: 'global/evidence-gate', layer: 'service-evidence', title: 'Evidence gate', routedBy: 'cicd' },
  { id: 'global/source-doc-validation', layer: 'contract-global', title: 'Source document validation', routedBy: 'docs' },
  { id: 'global/portal-build', layer: 'contract-global', title: 'Portal build', routedBy: 'docs' },
  { id: 'global/fairway-evidence', layer: 'service-evidence', title: 'Fairway evidence', routedBy: 'docs' },
  { id: 'global/portal-deploy', layer: 'service-evidence', title: 'Portal deploy', routedBy: 'docs' },
]

/** A gate that nobody declared in a file: known by its id alone. */
export function undeclaredGate(id: string, layer: GateLayer, domain: string | null, title: string): Gate {
  return { id, layer, domain, title, run: null, consumer: null, maxAgeSeconds: null, deterministic: null, producers: [], declared: null }
}
