import type { Content } from '#lib/model/content.ts'
import type { CandidateVerdict } from '#lib/model/judgement.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { candidateContent } from '#lib/rules/board/candidate-content.ts'
import { judgeRelease } from '#lib/rules/release/judge-release.ts'
import { findProfile } from './find-profile.ts'
import { knownCandidate } from './judged-candidate.ts'

export interface VerdictAnswer extends CandidateVerdict {
  readonly content: Content
  readonly computedAt: string
}

/** Whether a candidate may be released under a profile, judged at this moment. */
export async function candidateVerdict(asked: {
  readonly repository: string | null
  readonly contentId: string
  readonly profile: string
}): Promise<VerdictAnswer | Refusal> {
  const loaded = await knownCandidate(asked)
  if (isRefusal(loaded)) return loaded
  const { model } = loaded.current.compiled
  const profile = findProfile(model, asked.profile)
  if (isRefusal(profile)) return profile
  const verdict = judgeRelease(model, loaded.facts, profile, loaded.now)
  return { ...verdict, content: candidateContent(loaded.facts.names), computedAt: loaded.now.toISOString() }
}
