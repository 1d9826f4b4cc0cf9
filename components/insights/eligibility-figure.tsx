import { ChartFigure } from '#components/charts/chart-figure.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import type { EligibilityTrends } from '#lib/model/trends.ts'
import { dateOf } from '#lib/wording/age.ts'
import { count } from '#lib/wording/count.ts'
import { domainHref } from '#lib/wording/href.ts'
import { eligibilityTitle } from '#lib/wording/trend-titles.ts'
import { Sparkline } from './sparkline.tsx'

/** The items of each domain, candidate by candidate. */
export function EligibilityFigure({ trends, repository }: { trends: EligibilityTrends; repository: string | null }) {
  const { candidates, domains } = trends
  return (
    <ChartFigure
      id="eligibility-over-time"
      title={eligibilityTitle(trends)}
      about={`Of the eight items those that had passed, on the newest ${count(candidates.length, 'candidate')}, oldest first: each as it stood when the last of it was recorded, by today’s model.`}
      table={{
        columns: ['Domain', ...candidates.map(({ contentId, at }) => `${shortContent(contentId)}, ${dateOf(Date.parse(at))}`)],
        rows: domains.map(({ title, passed }) => ({ name: title, cells: passed.map((items) => `${items} of 8`) })),
      }}
    >
      {candidates.length === 0 ? (
        <p className="py-6 text-body text-muted">There will be figures once something is recorded for a candidate.</p>
      ) : (
        <ul className="grid max-h-80 grid-cols-1 gap-x-6 gap-y-1 overflow-y-auto min-[480px]:grid-cols-2">
          {domains.map(({ domain, title, passed }) => (
            <li key={domain} className="flex items-center gap-3 text-dense">
              <PageLink
                href={domainHref(domain, 'eligibility', { repository })}
                className="min-h-6 min-w-0 flex-1 truncate py-0.5 text-link hover:underline"
              >
                <VisibleText text={title} limit={40} />
              </PageLink>
              <Sparkline values={passed} most={8} />
              <span className="w-10 text-right font-medium">{passed.at(-1)} / 8</span>
            </li>
          ))}
        </ul>
      )}
    </ChartFigure>
  )
}
