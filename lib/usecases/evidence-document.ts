import type { Evidence } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'
import { contentValue } from './content-value.ts'

/** Evidence as it is answered; `gate` is null when the current model has no such gate any more. */
export function evidenceDocument(evidence: Evidence, gate: Pick<Gate, 'layer' | 'domain'> | null) {
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
    findings: evidence.findings,
    gateDefinition: evidence.gateDefinition,
    producer: evidence.producer,
    revoked: revoked === null ? null : { at: revoked.at.toISOString(), by: revoked.by, reason: revoked.reason },
  }
}
