import type { EvidenceOfGate, Exception, PersonThen } from './exception.ts'
import type { Person } from './person.ts'
import type { ReviewDomain } from './review-domain.ts'

/** Everything about a request that who may decide it is read from, at one moment. */
export interface RequestCase {
  /** The reviews that routing asked for on this content. */
  readonly reviews: readonly ReviewDomain[]
  /** For each gate of the request the evidence that counts for and against it now. */
  readonly evidence: Readonly<Record<string, EvidenceOfGate>>
  /** Whoever posted evidence for its gates on this content, owns the token that did, or declared that they be left out. */
  readonly authors: readonly PersonThen[]
  /** Everybody whose account works, with the roles they have. */
  readonly people: readonly Person[]
  /** Its contract-global gates that failed on this content. */
  readonly failedGlobals: readonly string[]
}

/** An exception and all of that. */
export interface ExceptionCase extends RequestCase {
  readonly exception: Exception
}
