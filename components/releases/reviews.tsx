import { Chip } from '#components/ui/chip.tsx'
import { REVIEW_DOMAIN_WORDING } from '#lib/wording/review-domain.ts'
import type { ShownRelease } from './shown-release.ts'

/** The reviews that routing asked for, and whether they are there. */
export function Reviews({ reviews }: Pick<ShownRelease, 'reviews'>) {
  if (reviews.length === 0) return <p className="text-body text-muted">Routing asked for no review.</p>
  return (
    <ul className="divide-y divide-border rounded-card border border-border">
      {reviews.map(({ domain, state }) => (
        <li key={domain} className="space-y-0.5 px-3 py-2">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {REVIEW_DOMAIN_WORDING[domain].label}
            <Chip tone={state === 'approved' ? 'good' : 'danger'}>{state}</Chip>
          </p>
          <p className="text-dense text-muted">{REVIEW_DOMAIN_WORDING[domain].meaning}</p>
          {state === 'approved' ? null : <p className="text-dense">{REVIEW_DOMAIN_WORDING[domain].next}</p>}
        </li>
      ))}
    </ul>
  )
}
