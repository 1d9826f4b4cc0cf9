import type { Content } from './content.ts'
import type { ReportedFinding } from './guard.ts'
import type { ReportedResult } from './reported-result.ts'

/** What was counted while a gate ran. `executed` of 0 is never a pass. */
export interface EvidenceCounts {
  readonly executed: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface EvidenceArtifact {
  readonly name: string
  /** 64 hex. */
  readonly sha256: string
  readonly uri?: string
}

/** Where a result was produced. `id` names one run of a pipeline, `attempt` (from 1) a try within it. */
export interface CiRun {
  readonly provider: string
  readonly id: string
  readonly attempt: number
  readonly url: string | null
}

/** Who posted: the machine identity as it was known at that moment. */
export interface Producer {
  /** `token:<id>`. */
  readonly identity: string
  /** The name that a gate's `producers` may list. */
  readonly name: string
}

/**
 * One reported result of a gate: the exact command, result, artifacts, source and profile (operating model, "Fairway Integration").
 * Never changed. `sequence` is the server's and orders all evidence; the producer's own moments are only shown.
 */
export interface Evidence {
  readonly id: string
  readonly sequence: number
  readonly gate: string
  readonly result: ReportedResult
  readonly content: Content
  readonly profile: string | null
  readonly command: string
  readonly exitCode: number | null
  readonly counts: EvidenceCounts | null
  /** ISO moments as the producer gave them. */
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly artifacts: readonly EvidenceArtifact[]
  /** The announced run it belongs to. */
  readonly runId: string | null
  readonly ci: CiRun | null
  /** Ids of the evidence that this answers; only a pass can answer. */
  readonly supersedes: readonly string[]
  readonly reason: string | null
  /** What a guard reported; null when nothing was reported with it, which is not the same as no finding. */
  readonly findings: readonly ReportedFinding[] | null
  /** Hash of the gate's definition at the moment it was recorded. */
  readonly gateDefinition: string
  readonly producer: Producer
  /** The server's moment. */
  readonly receivedAt: Date
  /** Null while it stands. */
  readonly revoked: { readonly at: Date; readonly by: string; readonly reason: string } | null
}
