'use client'

import { useAddress } from '#components/ui/use-address.ts'
import { dateOf } from '#lib/wording/age.ts'
import { shortContent } from './content-name.ts'

/** Content that can be looked at. */
export interface CandidateChoice {
  readonly contentId: string
  readonly firstSeenAt: string
}

/** Chooses what is looked at; the address keeps it. What the address names is offered too when it is not among the newest. */
export function CandidatePicker({ candidates, chosen }: { candidates: readonly CandidateChoice[]; chosen: string | null }) {
  const { set, isPending } = useAddress(['commit'], { history: 'push', asks: true })
  const isListed = chosen === null || candidates.some(({ contentId }) => contentId === chosen)
  return (
    <label className="flex items-center gap-2 text-dense text-muted">
      Candidate
      <select
        value={chosen ?? ''}
        aria-busy={isPending}
        onChange={(event) => set({ commit: event.target.value || null })}
        className="control h-8 max-w-56 px-2 font-mono text-dense text-text"
      >
        <option value="">newest</option>
        {isListed ? null : <option value={chosen}>{shortContent(chosen)}</option>}
        {candidates.map(({ contentId, firstSeenAt }) => (
          <option key={contentId} value={contentId}>
            {shortContent(contentId)} · {dateOf(Date.parse(firstSeenAt))}
          </option>
        ))}
      </select>
    </label>
  )
}
