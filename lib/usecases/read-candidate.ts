import type { CandidateNames, Content } from '#lib/model/content.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { candidateContent } from '#lib/rules/board/candidate-content.ts'
import { judgedCandidate } from './judged-candidate.ts'

export interface CandidateAnswer {
  readonly content: Content
  readonly names: CandidateNames
  readonly planId: string | null
  readonly gates: readonly JudgedGate[]
  readonly computedAt: string
  readonly sequence: number
}

/** What is known of a commit, tree or digest: every gate it needs, judged at this moment. */
export async function readCandidate(asked: {
  readonly repository: string | null
  readonly contentId: string
}): Promise<CandidateAnswer | Refusal> {
  const loaded = await judgedCandidate(asked)
  if (isRefusal(loaded)) return loaded
  const { names, planId, gates } = loaded.candidate
  return { content: candidateContent(names), names, planId, gates, computedAt: loaded.now.toISOString(), sequence: loaded.sequence }
}
