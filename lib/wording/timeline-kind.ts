import type { TimelineKind } from '#lib/model/timeline.ts'

/** The kinds of what a timeline holds: the name of each, and what is said when there is none. */
export const TIMELINE_KIND_WORDING: Readonly<Record<TimelineKind, { readonly label: string; readonly none: string }>> = {
  evidence: { label: 'Evidence', none: 'No evidence was recorded of it yet' },
  skip: { label: 'Skips', none: 'No skip was declared of it yet' },
  debt: { label: 'Debt', none: 'It never owed anything' },
  promotion: { label: 'Promotions', none: 'It was never promoted on its own' },
}
