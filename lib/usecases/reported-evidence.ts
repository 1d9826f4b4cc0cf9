import { readGuardReport } from '#lib/formats/guard-report.ts'
import type { Content } from '#lib/model/content.ts'
import type { EvidenceArtifact, EvidenceCounts } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { ReportedFinding } from '#lib/model/guard.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import type { TokenScope } from '#lib/model/token-scope.ts'
import type { EvidenceToKeep } from '#lib/store/keep-evidence.ts'
import type { FieldFault } from './field-fault.ts'
import { findGate, isFault } from './known-gate.ts'

/** What a producer reports of a gate, held to its form already. */
export interface ReportedEvidence {
  readonly gate: string
  readonly result: ReportedResult
  readonly content: Content
  readonly profile?: string | null | undefined
  readonly command: string
  readonly exitCode?: number | null | undefined
  readonly counts?: EvidenceCounts | null | undefined
  readonly startedAt?: string | null | undefined
  readonly finishedAt?: string | null | undefined
  readonly artifacts?: readonly EvidenceArtifact[] | undefined
  readonly runId?: string | null | undefined
  readonly ci?: { readonly provider: string; readonly id: string; readonly attempt: number; readonly url: string | null } | null | undefined
  readonly supersedes?: string | readonly string[] | null | undefined
  readonly reason?: string | null | undefined
  /** A guard's report: TSV or SARIF as text, or SARIF as it is. */
  readonly findings?: string | object | null | undefined
}

type ReadEvidence = Omit<EvidenceToKeep, 'id' | 'producer'>

/** The evidence that a report amounts to and its gate, or everything that is wrong with it. */
export function readReported(
  model: OperatingModel,
  scope: TokenScope,
  reported: ReportedEvidence,
  path: (field: string) => string,
): { readonly evidence: ReadEvidence; readonly gate: Gate } | { readonly faults: readonly FieldFault[] } {
  const found = findGate(model, scope, reported.gate, path('gate'))
  const findings = readFindings(reported.findings ?? null, path('findings'))
  if (isFault(found)) return { faults: 'faults' in findings ? [found, ...findings.faults] : [found] }
  if ('faults' in findings) return findings
  const { gate, result, content, command, artifacts = [] } = reported
  return {
    gate: found.gate,
    evidence: {
      gate,
      result,
      content,
      profile: reported.profile ?? null,
      command,
      exitCode: reported.exitCode ?? null,
      counts: reported.counts ?? null,
      startedAt: reported.startedAt ?? null,
      finishedAt: reported.finishedAt ?? null,
      artifacts,
      runId: reported.runId ?? null,
      ci: reported.ci ?? null,
      supersedes: supersededBy(reported),
      reason: reported.reason ?? null,
      findings: findings.list,
      gateDefinition: found.definition,
    },
  }
}

/** The ids that a report says it answers, each once. */
export function supersededBy({ supersedes }: Pick<ReportedEvidence, 'supersedes'>): readonly string[] {
  if (supersedes === null || supersedes === undefined) return []
  return typeof supersedes === 'string' ? [supersedes] : [...new Set(supersedes)]
}

/** A report counts as a whole or not at all: what could be read of a broken one would look like fewer findings. */
function readFindings(
  sent: string | object | null,
  path: string,
): { readonly list: readonly ReportedFinding[] | null } | { readonly faults: readonly FieldFault[] } {
  if (sent === null) return { list: null }
  const { findings, faults } = readGuardReport(typeof sent === 'string' ? sent : JSON.stringify(sent))
  if (faults.length === 0) return { list: findings }
  return {
    faults: faults.map(({ line, message, hint }) => ({ code: 'invalid-findings', path, message: `line ${line}: ${message} ${hint}` })),
  }
}
