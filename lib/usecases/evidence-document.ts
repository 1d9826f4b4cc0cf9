import type { Evidence } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { ListedEvidence } from '#lib/store/evidence-row.ts'
import { contentValue } from './content-value.ts'

export type EvidenceDocument = ReturnType<typeof evidenceDocument>

export type ListedEvidenceDocument = ReturnType<typeof listedEvidenceDocument>

type Placed = Pick<Gate, 'layer' | 'domain'>

/** Evidence as it is answered; `gate` is null when the current model has no such gate any more. */
export function evidenceDocument(evidence: Evidence, gate: Placed | null) {
  return { ...commonDocument(evidence, gate), findings: evidence.findings }
}

/** Evidence as it is answered in a list, with the number of its findings. */
export function listedEvidenceDocument(evidence: ListedEvidence, gate: Placed | null) {
  return { ...commonDocument(evidence, gate), findingCount: evidence.findingCount }
}

function commonDocument(evidence: Omit<Evidence, 'findings'>, gate: Placed | null) {
  const { revoked } = evidence
  return {
    id: evidence.id,
    sequence: evidence.sequence,
    receivedAt: evidence.receivedAt.toISOString(),
    gate: evidence.gate,
    layer: gate?.layer ?? null,
    domain: gate?.domain ?? null,
    result: evidence.result,
    content: contentValue(evidence.content),
    profile: evidence.profile,
    command: evidence.command,
    exitCode: evidence.exitCode,
    counts: evidence.counts,
    startedAt: evidence.startedAt,
    finishedAt: evidence.finishedAt,
    artifacts: evidence.artifacts,
    runId: evidence.runId,
    ci: evidence.ci,
    supersedes: evidence.supersedes,
    reason: evidence.reason,
    gateDefinition: evidence.gateDefinition,
    producer: evidence.producer,
    revoked: revoked === null ? null : { at: revoked.at.toISOString(), by: revoked.by, reason: revoked.reason },
  }
}
