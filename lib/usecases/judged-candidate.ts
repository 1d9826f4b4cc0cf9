import type { CandidateNames, Content } from '#lib/model/content.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { candidateContent } from '#lib/rules/board/candidate-content.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import { WatchedMoment } from '#lib/rules/status/watched-moment.ts'
import { newestCandidate } from '#lib/store/candidates.ts'
import { askOfOneMoment } from '#lib/store/session.ts'
import { loadCurrentModel } from './current-model.ts'
import { judgedLately } from './judged-lately.ts'
import type { JudgedAtHand, KnownCandidate } from './known-candidate.ts'
import { recordedFacts } from './recorded-facts.ts'

/** What is asked about: a commit, a tree or `sha256:…`; null for the candidate that was first seen last. */
export interface CandidateAsked {
  readonly repository: string | null
  readonly contentId: string | null
}

/** What every answer about a candidate begins with. */
export interface OfCandidate {
  readonly content: Content | null
  readonly modelDigest: string
  readonly computedAt: string
  readonly sequence: number
}

/** Loads what was recorded about a candidate, once. Content that was never seen is one as well. */
export async function knownCandidate(asked: CandidateAsked): Promise<KnownCandidate | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const repositoryId = current.repository.id
  const { contentId, recorded } = await askOfOneMoment(async (session) => {
    const contentId = asked.contentId ?? (await newestCandidate(session, repositoryId))?.contentId ?? null
    return { contentId, recorded: await recordedFacts(session, repositoryId, contentId ?? '') }
  })
  const { sequence, hash: historyHash } = recorded.head
  const now = new WatchedMoment(recorded.head.now)
  if (contentId === null) return { current, facts: { ...recorded.facts, names: NO_NAMES }, content: null, now, sequence, historyHash }
  const { facts } = recorded
  return { current, facts, content: candidateContent(facts.names), now, sequence, historyHash }
}

/** Nothing was ever seen: there is no name to ask by. */
const NO_NAMES: CandidateNames = { contentId: '', commits: [], trees: [], digests: [], contradictions: [] }

/** Loads a candidate and judges every gate it needs. Says by `now` of which moment that is true: at most a second ago. */
export async function judgedCandidate(asked: CandidateAsked): Promise<JudgedAtHand | Refusal> {
  const loaded = await knownCandidate(asked)
  if (isRefusal(loaded)) return loaded
  const { current, facts, now } = loaded
  return judgedLately(loaded, () => ({ ...loaded, candidate: judgeCandidate(current.compiled.model, facts, { profile: null, now }) }))
}

/** The beginning of an answer about a candidate. */
export function ofCandidate({ content, current, now, sequence }: KnownCandidate): OfCandidate {
  return { content, modelDigest: current.compiled.model.digest, computedAt: now.toISOString(), sequence }
}
