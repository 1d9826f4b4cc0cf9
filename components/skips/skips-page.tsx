import { BurnDownFigure } from '#components/charts/burn-down-figure.tsx'
import { SkipTrendFigure } from '#components/charts/skip-trend-figure.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { NoCandidate } from '#components/vocabulary/no-candidate.tsx'
import type { RegisterLine, RegisterView } from '#lib/model/register-line.ts'
import type { DebtTrends } from '#lib/model/trends.ts'
import { type RegisterPlace, skipsHref } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { NoLines } from './no-lines.tsx'
import { OwedStrip } from './owed-strip.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { RegisterLines } from './register-lines.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export interface SkipsPageProps {
  readonly register: {
    readonly items: readonly RegisterLine[]
    readonly next: string | null
    readonly computedAt: string
    readonly sequence: number
  }
  readonly trends: DebtTrends
  readonly domains: readonly string[]
  readonly of: RegisterPlace & { readonly view: RegisterView }
  readonly unused: readonly UnusedParameter[]
  readonly origin: string
  readonly now: number
}

/** What was left out, with its five proofs: the hidden first. Beside it whether it gets better. */
export function SkipsPage({ register, trends, domains, of, unused, origin, now }: SkipsPageProps) {
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        title="Skips and release debt"
        about="What was left out, whether it was allowed, and what is still owed. A line leaves only by evidence."
      />
      {trends.recordedSince === null ? (
        <NoCandidate origin={origin} gate={null} />
      ) : (
        <JudgedNow at={register.computedAt} sequence={register.sequence} now={now}>
          <OwedStrip open={trends.open} of={of} now={now} />
          <RegisterTabs of={of} />
          <RegisterFilters domains={domains} view={of.view} />
          {register.items.length === 0 ? (
            <NoLines of={of} />
          ) : (
            <RegisterLines lines={register.items} of={of} judgedAt={register.computedAt} now={now} />
          )}
          <nav aria-label="Pages of the register" className="mt-3 flex gap-2 empty:hidden">
            {of.cursor == null ? null : (
              <PageLink href={skipsHref({ ...of, cursor: null })} className={buttonLook()}>
                First page
              </PageLink>
            )}
            {register.next === null ? null : (
              <PageLink href={skipsHref({ ...of, cursor: register.next })} className={buttonLook()}>
                Next page
              </PageLink>
            )}
          </nav>
          <section aria-labelledby="trends" className="mt-8">
            <h2 id="trends" className="mb-2.5 font-semibold text-section">
              Is it getting better?
            </h2>
            <div className="grid gap-4 lg:grid-cols-2">
              <SkipTrendFigure trends={trends} />
              <BurnDownFigure trends={trends} />
            </div>
          </section>
        </JudgedNow>
      )}
    </>
  )
}
