import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import type { PlanToKeep } from '#lib/store/plans.ts'

/** A plan as the store keeps it, with one gate and nothing else. */
export function aKeptPlan(of: {
  readonly repositoryId: bigint
  readonly modelSequence: bigint
  readonly gates?: GatePlan['gates']
}): PlanToKeep {
  const id = randomUUID()
  const plan: GatePlan = {
    version: 1,
    repository: 'gpuaas-platform',
    modelDigest: `sha256:${'a'.repeat(64)}`,
    base: null,
    head: null,
    profile: null,
    files: [{ path: 'a.go', change: 'modified', domains: [], owners: [], classes: ['unmapped'] }],
    classes: ['unmapped'],
    domains: [],
    unmapped: ['a.go'],
    gates: of.gates ?? [{ id: 'global/codegen', layer: 'contract-global', domain: null, title: 'codegen', run: null, reasons: [] }],
    notRequired: [],
    reviews: [{ domain: 'architecture', because: 'no map names an owner', files: ['a.go'] }],
    diagnostics: [],
  }
  const document = new Uint8Array(gzipSync(JSON.stringify({ id, ...plan })))
  return { id, repositoryId: of.repositoryId, modelSequence: of.modelSequence, plan, document, askedBy: 'anonymous' }
}
