import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import type { LastPass } from '#lib/model/candidate-facts.ts'
import type { CandidateNames } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { GrantedException } from '#lib/model/exception.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import type { SkipWithProof } from '#lib/model/skip.ts'
import type { GuardEnforcement } from '../evidence/weigh-evidence.ts'

/** Everything that one gate is judged by on one candidate. Each list holds only what is of this gate and speaks for this candidate. */
export interface GateFacts {
  readonly gate: Gate
  /** Hash of the gate's definition today. */
  readonly definition: string
  /** Who can move it. */
  readonly actors: readonly string[]
  readonly names: CandidateNames
  /** Null when the gate is needed; else the sentence of the rule that left it out. */
  readonly notRequired: string | null
  readonly evidence: readonly Evidence[]
  readonly skips: readonly SkipWithProof[]
  readonly runs: readonly AnnouncedRun[]
  readonly lastPass: LastPass | null
  readonly exceptions: readonly GrantedException[]
  readonly profiles: ReadonlyMap<string, ReleaseProfile>
  /** The profile whose verdict is asked for: then only skips declared for it count. Null counts them all. */
  readonly asked: ReleaseProfile | null
  readonly guard: GuardEnforcement | null
}
