import type { ChangeClass } from './change-class.ts'
import type { Gate } from './gate.ts'
import type { PathPattern } from './path-pattern.ts'
import type { Place } from './place.ts'
import type { ReviewDomain } from './review-domain.ts'

/** A rule of the repository's own: when it applies to a file, these gates and reviews come on top. It can never remove one. */
export interface RoutingRule extends Place {
  readonly id: string
  /** Applies when the file has one of these classes; null means any. */
  readonly classes: readonly ChangeClass[] | null
  /** Applies when the file matches one of these patterns; null means any. */
  readonly paths: readonly PathPattern[] | null
  /** Applies when the file belongs to one of these domains; null means any. */
  readonly domains: readonly string[] | null
  readonly gates: readonly string[]
  readonly reviews: readonly ReviewDomain[]
}

/** What a repository adds to the seven built-in routing rules. */
export interface RoutingRules {
  /** Titles and commands for the gates that routing knows, and global gates of the repository's own. */
  readonly gates: readonly Gate[]
  readonly rules: readonly RoutingRule[]
  /** Paths that hold generated portal artifacts, beside the built-in ones. */
  readonly portalArtifacts: readonly PathPattern[]
}
