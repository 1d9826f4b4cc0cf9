import type { Content } from '#lib/model/content.ts'
import type { EvidenceArtifact, EvidenceCounts } from '#lib/model/evidence.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import type { CiFacts } from './ci-facts.ts'

/** The body of `POST evidence` (contract, §4). A key that is null is left out. */
export interface EvidenceRequest {
  readonly gate: string
  readonly result: ReportedResult
  readonly content: Content
  readonly profile: string | null
  readonly command: string
  readonly exitCode: number | null
  readonly counts: EvidenceCounts | null
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly artifacts: readonly EvidenceArtifact[]
  readonly runId: string | null
  readonly ci: CiFacts | null
  readonly supersedes: readonly string[]
  readonly reason: string | null
  readonly findings: string | null
}

/** The request as it is sent, without what is not said. */
export function evidenceText(request: EvidenceRequest): string {
  const said = Object.entries(request).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
  return JSON.stringify(Object.fromEntries(said))
}
