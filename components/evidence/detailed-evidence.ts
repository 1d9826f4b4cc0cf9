import type { ShownEvidence } from '#components/vocabulary/shown-evidence.ts'
import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { JudgedFinding } from '#lib/model/guard.ts'
import type { ShownEntry } from './audit-binding.tsx'

/** One piece of evidence as it was recorded; moments are ISO text. */
export interface DetailedEvidence
  extends Omit<ShownEvidence, 'findingCount' | 'revoked'>,
    Pick<
      Evidence,
      'sequence' | 'command' | 'startedAt' | 'finishedAt' | 'artifacts' | 'runId' | 'ci' | 'supersedes' | 'reason' | 'gateDefinition'
    > {
  readonly domain: string | null
  readonly revoked: { readonly at: string; readonly by: string; readonly reason: string } | null
}

export interface EvidenceDetailProps {
  readonly evidence: DetailedEvidence
  readonly gateTitle: string | null
  readonly findings: readonly JudgedFinding[] | null
  /** The position of the finding that is shown first. */
  readonly from: number
  readonly lessened: readonly { readonly code: string; readonly text: string }[]
  readonly supersedes: readonly ShownEvidence[]
  readonly answeredBy: readonly ShownEvidence[]
  readonly run: AnnouncedRun | null
  readonly recorded: ShownEntry | null
  readonly revocation: ShownEntry | null
  /** Named in links where the server holds several. */
  readonly repository: string | null
  readonly now: number
}
