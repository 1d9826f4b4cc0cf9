import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { Content } from '#lib/model/content.ts'
import type { JudgedCandidate } from '#lib/model/judgement.ts'
import type { WatchedMoment } from '#lib/rules/status/watched-moment.ts'
import type { CurrentModel } from './current-model.ts'

/** Everything that was recorded about a candidate, with the model it is judged by, at one moment of the database's clock. */
export interface KnownCandidate {
  readonly current: CurrentModel
  readonly facts: CandidateFacts
  /** Null while nothing was recorded that could be a candidate; then everything is missing. */
  readonly content: Content | null
  /** It knows until when time alone changes nothing of what was judged at it. */
  readonly now: WatchedMoment
  /** How much of the history was looked at. */
  readonly sequence: number
  /** The hash of its newest audit entry, which names all of it; null before the first. */
  readonly historyHash: string | null
}

/** The same, with every gate judged. */
export interface JudgedAtHand extends KnownCandidate {
  readonly candidate: JudgedCandidate
}
