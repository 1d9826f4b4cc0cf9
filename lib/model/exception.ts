import type { Content } from './content.ts'
import type { Person } from './person.ts'
import type { Role } from './role.ts'
import type { ResidualRisk } from './skip.ts'

/** What becomes of a request for an exception (contract, §1): the first is where each begins. */
export const EXCEPTION_STATES = ['requested', 'approved', 'rejected', 'withdrawn', 'revoked', 'expired'] as const

export type ExceptionState = (typeof EXCEPTION_STATES)[number]

export const EXCEPTION_DECISIONS = ['approve', 'reject'] as const

export type ExceptionDecisionKind = (typeof EXCEPTION_DECISIONS)[number]

/** Somebody who did something, with the address as it was then: a second account of theirs is not somebody else. */
export type PersonThen = Pick<Person, 'id' | 'email' | 'name'>

/** What is asked for: that these gates of a domain may stay unsatisfied on this content until a moment. */
export interface ExceptionRequest {
  /** Sorted, each once. */
  readonly gates: readonly string[]
  readonly domain: string
  readonly content: Content
  readonly reason: string
  readonly risk: ResidualRisk
  /** What is done instead; null when nothing is. */
  readonly control: string | null
  readonly expiresAt: Date
}

/** A place in the approval: one person of this role, for the domain where it is one of a domain. */
export interface NeededApproval {
  readonly role: Role
  readonly domain?: string
}

/** The request as it was worded once, and by whom. The first is the request itself, each later one an edit. */
export interface ExceptionVersion {
  /** From 1. */
  readonly version: number
  readonly request: ExceptionRequest
  readonly by: PersonThen
  readonly at: Date
}

/** What somebody decided. Never changed; whether it still counts is asked at every look. */
export interface ExceptionDecision {
  readonly by: PersonThen
  readonly decision: ExceptionDecisionKind
  /** The roles by which they could decide at that moment, the needed ones first. */
  readonly roles: readonly Role[]
  readonly reason: string
  /** Names what they decided about: the request as it was worded, and the evidence against its gates. */
  readonly bound: string
  readonly at: Date
}

/** How an exception ended. */
export interface ExceptionEnding {
  readonly at: Date
  /** `person:<id>`, or `server` when its time was up. */
  readonly by: string
  readonly reason: string | null
}

/** What counts for and against a gate, as references: `evidence:<id>`, `run:<id>` of a run that hid it, `skip:<id>` of one that is refused. */
export interface EvidenceOfGate {
  readonly against: readonly string[]
  readonly passes: readonly string[]
}

/** What was approved, in the places that were needed. */
export interface ExceptionApproval {
  readonly at: Date
  readonly places: readonly { readonly place: NeededApproval; readonly by: PersonThen }[]
  /** For each gate the evidence that the approvers knew of: what the exception rests on. */
  readonly seen: Readonly<Record<string, EvidenceOfGate>>
}

/** An exception with everything that was done to it. */
export interface Exception {
  readonly id: string
  readonly sequence: number
  /** As it is kept. What it is at a moment says `effectiveState`: time ends an exception without anybody writing it down. */
  readonly state: ExceptionState
  /** Oldest first; never empty. */
  readonly versions: readonly ExceptionVersion[]
  /** Oldest first, those of earlier versions included. */
  readonly decisions: readonly ExceptionDecision[]
  /** Null until every place was filled. */
  readonly approval: ExceptionApproval | null
  readonly ending: ExceptionEnding | null
}

/** An exception that was approved and not revoked, as judging needs it. */
export interface GrantedException {
  readonly id: string
  readonly gates: readonly string[]
  readonly content: Content
  readonly risk: ResidualRisk
  readonly expiresAt: Date
  readonly approval: ExceptionApproval
}

/** A review that was refused for some content: somebody in these roles rejected an exception for it. */
export interface RejectedReview {
  readonly exception: string
  readonly content: Content
  readonly roles: readonly Role[]
}

/** What is asked for now. */
export function currentVersion({ versions }: Pick<Exception, 'versions'>): ExceptionVersion {
  const last = versions.at(-1)
  if (last === undefined) throw new Error('an exception without a request')
  return last
}
