import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { ProfileVerdict } from '#lib/model/release-record.ts'
import { judgeRelease } from './judge-release.ts'

/** The verdict on a candidate under every profile of the repository, in the order they are declared. */
export function profileVerdicts(model: OperatingModel, facts: CandidateFacts, now: Date): readonly ProfileVerdict[] {
  return model.profiles.map((profile) => {
    const { verdict, unsatisfied } = judgeRelease(model, facts, profile, now)
    return { profile: profile.id, kind: profile.kind, mode: profile.mode, verdict, unsatisfied: unsatisfied.length }
  })
}
