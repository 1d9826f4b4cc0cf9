import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Evidence, EvidenceArtifact } from '#lib/model/evidence.ts'
import type { ReportedFinding } from '#lib/model/guard.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import { type ContentRow, contentOf } from './json-rows.ts'

/** What nobody judges by; kept together in one column. */
export interface EvidenceDetails {
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly artifacts: readonly EvidenceArtifact[]
  readonly ciUrl: string | null
}

/** A row of `evidence` (alias `e`) with its revocation (alias `r`), as JSON has it or the database gives it. */
export interface EvidenceRow extends ContentRow {
  readonly id: string
  readonly sequence: number | bigint
  readonly gate: string
  readonly result: ReportedResult
  readonly profile: string | null
  readonly command: string
  readonly exit_code: number | null
  readonly executed: number | null
  readonly passed: number | null
  readonly failed: number | null
  readonly skipped: number | null
  readonly run_id: string | null
  readonly ci_provider: string | null
  readonly ci_id: string | null
  readonly ci_attempt: number | null
  readonly supersedes: readonly string[]
  readonly reason: string | null
  readonly definition: string
  readonly producer_identity: string
  readonly producer_name: string
  readonly findings: readonly ReportedFinding[] | null
  readonly received_at: string | Date
  readonly revoked_at: string | Date | null
  readonly revoked_by: string | null
  readonly revoked_reason: string | null
  readonly details?: EvidenceDetails
}

/** A row of a list: how many findings were reported, and not which. */
export interface ListedEvidenceRow extends Omit<EvidenceRow, 'findings'> {
  readonly finding_count: number | null
}

/** Evidence as it stands in a list. A guard may report thousands of findings, and a page holds hundreds of reports. */
export interface ListedEvidence extends Omit<Evidence, 'findings'> {
  /** Null when nothing was reported with it, which is not the same as none. */
  readonly findingCount: number | null
}

const COLUMNS = `
  e."id", e."sequence", e."gate", e."result", e."git_commit", e."git_tree", e."sha256", e."profile", e."command", e."exit_code",
  e."executed", e."passed", e."failed", e."skipped", e."run_id", e."ci_provider", e."ci_id", e."ci_attempt", e."supersedes", e."reason",
  e."definition", e."producer_identity", e."producer_name", e."received_at",
  r."at" AS "revoked_at", r."by" AS "revoked_by", r."reason" AS "revoked_reason"`

/** What judging looks at: everything but the details. */
export const JUDGED_COLUMNS = Prisma.raw(`${COLUMNS}, e."findings"`)

/** What a list shows. */
export const LISTED_COLUMNS = Prisma.raw(`${COLUMNS}, e."details", jsonb_array_length(e."findings") AS "finding_count"`)

export const EVIDENCE_TABLES = Prisma.raw('"evidence" e LEFT JOIN "revocation" r ON r."evidence_id" = e."id"')

const NO_DETAILS: EvidenceDetails = { startedAt: null, finishedAt: null, artifacts: [], ciUrl: null }

/** The evidence of a row. */
export function evidenceOf(row: EvidenceRow): Evidence {
  return { ...commonOf(row), findings: row.findings }
}

/** The evidence of a row of a list. */
export function listedEvidenceOf(row: ListedEvidenceRow): ListedEvidence {
  return { ...commonOf(row), findingCount: row.finding_count }
}

function commonOf(row: Omit<EvidenceRow, 'findings'>): Omit<Evidence, 'findings'> {
  const { executed, passed, failed, skipped, details = NO_DETAILS } = row
  return {
    id: row.id,
    sequence: Number(row.sequence),
    gate: row.gate,
    result: row.result,
    content: contentOf(row),
    profile: row.profile,
    command: row.command,
    exitCode: row.exit_code,
    counts: executed === null || passed === null || failed === null || skipped === null ? null : { executed, passed, failed, skipped },
    startedAt: details.startedAt,
    finishedAt: details.finishedAt,
    artifacts: details.artifacts,
    runId: row.run_id,
    ci: ciOf(row, details.ciUrl),
    supersedes: row.supersedes,
    reason: row.reason,
    gateDefinition: row.definition,
    producer: { identity: row.producer_identity, name: row.producer_name },
    receivedAt: new Date(row.received_at),
    revoked: revocationOf(row),
  }
}

function ciOf({ ci_provider, ci_id, ci_attempt }: Omit<EvidenceRow, 'findings'>, url: string | null): Evidence['ci'] {
  return ci_provider === null || ci_id === null || ci_attempt === null
    ? null
    : { provider: ci_provider, id: ci_id, attempt: ci_attempt, url }
}

function revocationOf({ revoked_at, revoked_by, revoked_reason }: Omit<EvidenceRow, 'findings'>): Evidence['revoked'] {
  return revoked_at === null ? null : { at: new Date(revoked_at), by: revoked_by ?? '', reason: revoked_reason ?? '' }
}
