import type { Content } from '#lib/model/content.ts'
import type { ExceptionDecisionKind, ExceptionState, NeededApproval } from '#lib/model/exception.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import type { Role } from '#lib/model/role.ts'
import type { ResidualRisk } from '#lib/model/skip.ts'

/** Something that may be done to it, or the sentence why not. */
export interface Allowed {
  readonly allowed: boolean
  readonly why: string | null
}

/** An exception as it is listed. */
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
  readonly requestedByName: string
  /** Places that nobody has filled yet. */
  readonly open: readonly NeededApproval[]
  readonly inForce: boolean
  /** Why it does not count although it is approved. */
  readonly notInForce: string | null
}

/** An exception with everything that whoever decides must see. */
export interface ShownException extends ListedException {
  readonly control: string | null
  /** Names what is decided about: the words, and the evidence against its gates. */
  readonly hash: string
  readonly needed: readonly NeededApproval[]
  readonly decisions: readonly {
    readonly by: string
    readonly name: string
    readonly role: Role
    readonly decision: ExceptionDecisionKind
    readonly reason: string
    readonly at: string
    readonly counts: boolean
  }[]
  readonly mayDecide: Allowed
  readonly mayReject: Allowed
  readonly mayWithdraw: Allowed
  readonly mayEdit: Allowed
  readonly mayRevoke: Allowed
  readonly ending: { readonly at: string; readonly by: string; readonly reason: string | null } | null
  readonly versions: readonly { readonly version: number; readonly name: string; readonly at: string }[]
  readonly evidence: readonly JudgedGate[]
  readonly since: readonly {
    readonly kind: 'evidence' | 'skip'
    readonly id: string
    readonly gate: string
    readonly result: ReportedResult | null
    readonly at: string
  }[]
  readonly deciders: readonly { readonly name: string; readonly roles: readonly Role[] }[]
}
