/** Somebody who is told of what is recorded, as the file of targets names it. */
export interface WebhookTarget {
  readonly id: string
  /** Where events are posted: https, or http on this machine in the demo. May hold a secret; only its origin is shown. */
  readonly url: string
  /** Names of environment variables: events are signed with each, so that a secret can be changed without a gap. */
  readonly secrets: readonly string[]
  /** Actions of the audit chain, `evidence.revoked`; `evidence.*` for all that begin so; `*` for all. */
  readonly events: readonly string[]
  /** True when its address may be one of a private network or of this machine. */
  readonly allowPrivate: boolean
}

/** How far a target has got. */
export interface WebhookState {
  readonly id: string
  /** The newest audit entry that is done with: delivered, not asked for, or given up. */
  readonly cursor: number
  readonly attempts: number
  readonly failingSince: Date | null
  readonly nextAttemptAt: Date | null
  readonly lastFailure: string | null
  readonly lastFailureAt: Date | null
  readonly deliveredCount: number
  readonly lastDelivered: number | null
  readonly lastDeliveryAt: Date | null
}

/** An event that a target did not take for a day. */
export interface DeadLetter {
  readonly sequence: number
  readonly action: string
  readonly attempts: number
  readonly reason: string
  readonly givenUpAt: Date
}

/** What came of a delivery: taken, or why not, in words without the address. */
export type DeliveryOutcome = { readonly delivered: true } | { readonly delivered: false; readonly reason: string }
