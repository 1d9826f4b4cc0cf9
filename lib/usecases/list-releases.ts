import type { Content } from '#lib/model/content.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { ProfileVerdict } from '#lib/model/release-record.ts'
import { profileVerdicts } from '#lib/rules/release/profile-verdicts.ts'
import { pageOfCandidates } from '#lib/store/candidates.ts'
import { historyHead } from '#lib/store/history-head.ts'
import { askOfOneMoment } from '#lib/store/session.ts'
import { loadCurrentModel } from './current-model.ts'
import type { List, ListAsked } from './list-page.ts'
import { loadCandidates } from './load-candidate.ts'
import { readCursor, writeCursor } from './page-cursor.ts'

/** A candidate with its verdict under every profile. */
export interface ReleaseSummary {
  readonly contentId: string
  /** As it was first named. */
  readonly content: Content
  readonly firstSeenAt: string
  readonly verdicts: readonly ProfileVerdict[]
}

export interface ReleaseList extends List<ReleaseSummary> {
  readonly modelDigest: string
  readonly computedAt: string
  readonly sequence: number
  /** The profiles of the repository, in the order they are declared. */
  readonly profiles: readonly string[]
}

/**
 * Candidates, what was first seen last at the front, each judged now under every profile. All that was recorded of a page of them is read
 * by the same few questions as of one.
 */
export async function listReleases(asked: ListAsked): Promise<ReleaseList | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { model } = current.compiled
  const { id } = current.repository
  return askOfOneMoment(async (session) => {
    const head = await historyHead(session)
    const { items, next } = await pageOfCandidates(session, id, { before: readCursor(asked.cursor), limit: asked.limit })
    const loaded = await loadCandidates(
      session,
      id,
      items.map(({ contentId }) => contentId),
    )
    return {
      modelDigest: model.digest,
      computedAt: head.now.toISOString(),
      sequence: head.sequence,
      profiles: model.profiles.map((profile) => profile.id),
      items: items.map(({ contentId, content, firstSeenAt }) => {
        const facts = loaded.get(contentId)
        if (facts === undefined) throw new Error('the database gave fewer candidates than it was asked for')
        return { contentId, content, firstSeenAt: firstSeenAt.toISOString(), verdicts: profileVerdicts(model, facts, head.now) }
      }),
      next: writeCursor(next),
    }
  })
}
