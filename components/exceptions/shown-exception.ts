import type { Content } from '#lib/model/content.ts'
import type { ExceptionDecisionKind, ExceptionState, NeededApproval } from '#lib/model/exception.ts'
import type { Role } from '#lib/model/role.ts'
import type { ResidualRisk } from '#lib/model/skip.ts'
import type { Overlay, Status } from '#lib/model/status.ts'

/** An exception in a list. */
export interface ListedException {
  readonly id: string
  readonly state: ExceptionState
  readonly gates: readonly string[]
  readonly domain: string
  readonly content: Content
  readonly reason: string
  readonly risk: ResidualRisk
  readonly expiresAt: string
  readonly requestedAt: string
  /** By name. */
  readonly requestedBy: string
  /** Places that nobody has filled yet. */
  readonly open: readonly NeededApproval[]
}

/** A thing that may be done to it, or the sentence why not. */
export interface Allowed {
  readonly allowed: boolean
  readonly why: string | null
}

/** A gate of the exception as it stands now. */
export interface ExceptedGate {
  readonly gate: string
  readonly title: string
  readonly status: Status
  readonly overlays: readonly Overlay[]
  readonly reason: string | null
  readonly evidence: readonly string[]
}

/** An exception with everything that whoever decides must see. */
export interface ShownException extends ListedException {
  readonly control: string | null
  /** Names what is decided about: the request as it is worded now and the evidence against its gates. */
  readonly bound: string
  /** Who changed the words after it was asked for, oldest first. */
  readonly edits: readonly { readonly by: string; readonly at: string }[]
  readonly needed: readonly NeededApproval[]
  readonly decisions: readonly {
    readonly by: string
    readonly roles: readonly Role[]
    readonly decision: ExceptionDecisionKind
    readonly reason: string
    readonly at: string
    /** Null when it counts; else why it does no longer. */
    readonly voidBy: string | null
  }[]
  readonly ending: { readonly by: string; readonly at: string; readonly reason: string | null } | null
  readonly gatesNow: readonly ExceptedGate[]
  /** What was recorded for or against its gates since it was asked for, or approved, in sentences. */
  readonly changes: readonly string[]
  /** Who can never approve it, and why. */
  readonly excluded: readonly { readonly name: string; readonly why: string }[]
  readonly mayApprove: Allowed
  readonly mayReject: Allowed
  readonly mayWithdraw: Allowed
  readonly mayRevoke: Allowed
}
