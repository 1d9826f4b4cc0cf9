import { Prisma } from '#lib/generated/prisma/client.ts'
import type {
  Exception,
  ExceptionApproval,
  ExceptionDecision,
  ExceptionDecisionKind,
  ExceptionRequest,
  ExceptionState,
  ExceptionVersion,
  PersonThen,
} from '#lib/model/exception.ts'
import type { Role } from '#lib/model/role.ts'
import type { ContentRow } from './json-rows.ts'

/** A request as a version's row has it. */
export type RequestJson = Omit<ExceptionRequest, 'expiresAt'> & { readonly expiresAt: string }

/** A row of `exception` with its versions and decisions, as JSON has it. */
export interface ExceptionRow extends ContentRow {
  readonly id: string
  readonly sequence: number
  readonly state: ExceptionState
  readonly approval: ApprovalJson | null
  readonly ended_at: string | null
  readonly ended_by: string | null
  readonly ended_because: string | null
  readonly versions: readonly VersionRow[]
  readonly decisions: readonly DecisionRow[]
}

export type ApprovalJson = Omit<ExceptionApproval, 'at'> & { readonly at: string }

interface VersionRow {
  readonly version: number
  readonly request: RequestJson
  readonly person: PersonThen
  readonly at: string
}

interface DecisionRow {
  readonly request_hash: string
  readonly decision: ExceptionDecisionKind
  readonly roles: readonly Role[]
  readonly reason: string
  readonly person: PersonThen
  readonly at: string
}

/** What is selected of `exception x` to read one whole. */
export const EXCEPTION_COLUMNS = Prisma.sql`x."id", x."sequence", x."state", x."approval", x."ended_at", x."ended_by", x."ended_because",
  (SELECT json_agg(to_json(v) ORDER BY v."version") FROM "exception_version" v WHERE v."exception_id" = x."id") AS "versions",
  (SELECT coalesce(json_agg(to_json(d) ORDER BY d."sequence"), '[]') FROM "exception_decision" d WHERE d."exception_id" = x."id") AS "decisions"`

/** The exception of a row. */
export function exceptionOf(row: ExceptionRow): Exception {
  return {
    id: row.id,
    sequence: row.sequence,
    state: row.state,
    versions: row.versions.map(versionOf),
    decisions: row.decisions.map(decisionOf),
    approval: row.approval === null ? null : approvalOf(row.approval),
    ending: row.ended_at === null ? null : { at: new Date(row.ended_at), by: row.ended_by ?? 'server', reason: row.ended_because },
  }
}

/** An approval as its column has it. */
export function approvalOf({ at, ...approval }: ApprovalJson): ExceptionApproval {
  return { ...approval, at: new Date(at) }
}

function versionOf({ version, request, person, at }: VersionRow): ExceptionVersion {
  return { version, request: { ...request, expiresAt: new Date(request.expiresAt) }, by: person, at: new Date(at) }
}

function decisionOf({ request_hash, person, at, ...rest }: DecisionRow): ExceptionDecision {
  return { by: person, decision: rest.decision, roles: rest.roles, reason: rest.reason, bound: request_hash, at: new Date(at) }
}
