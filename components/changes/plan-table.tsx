import { Chip } from '#components/ui/chip.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { ClassChip } from '#components/vocabulary/class-chip.tsx'
import type { PlanSummary } from '#lib/model/plan-summary.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { changeHref } from '#lib/wording/href.ts'

const MOST_DOMAINS = 3

/** Stored plans, each by what it asks for; what has no owner stands out. */
export function PlanTable({ plans, now, label }: { plans: readonly PlanSummary[]; now: number; label: string }) {
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <HeadCell>Plan</HeadCell>
          <HeadCell className="hidden sm:table-cell">Needs attention</HeadCell>
          <HeadCell className="hidden md:table-cell">Classes</HeadCell>
          <HeadCell className="hidden lg:table-cell">Domains</HeadCell>
          <HeadCell className="text-right">Planned</HeadCell>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.id} className="hover:bg-hover">
            <RowHead>
              <PageLink href={changeHref(plan.id)} className="font-medium text-link hover:underline">
                {count(plan.gates, 'gate')} for {count(plan.files, 'file')}
              </PageLink>
              <span className="block text-meta text-muted">
                {plan.head === null ? 'pasted' : <span className="font-mono">{plan.head.slice(0, 7)}</span>}
                {plan.profile === null ? null : (
                  <>
                    {' · '}
                    <VisibleText text={plan.profile} limit={40} />
                  </>
                )}
              </span>
              <span className="mt-1 block empty:hidden sm:hidden">{attention(plan)}</span>
            </RowHead>
            <Cell className="hidden sm:table-cell">{attention(plan) ?? <span className="text-muted">none</span>}</Cell>
            <Cell className="hidden md:table-cell">
              <span className="flex flex-wrap gap-1">
                {plan.classes.map((each) => (
                  <ClassChip key={each} changeClass={each} />
                ))}
              </span>
            </Cell>
            <Cell className="hidden lg:table-cell">
              {plan.domains.slice(0, MOST_DOMAINS).map((domain) => (
                <VisibleText key={domain} text={domain} limit={63} className="block" />
              ))}
              {plan.domains.length > MOST_DOMAINS ? (
                <span className="text-muted">and {groupDigits(plan.domains.length - MOST_DOMAINS)} more</span>
              ) : null}
              {plan.domains.length === 0 ? <span className="text-muted">none</span> : null}
            </Cell>
            <Cell className="text-right text-muted">
              <Age at={plan.createdAt} now={now} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function attention({ unmapped, reviews }: PlanSummary) {
  if (unmapped === 0 && reviews === 0) return null
  return (
    <span className="flex flex-wrap gap-1">
      {unmapped > 0 ? <Chip tone="unowned">{groupDigits(unmapped)} without owner</Chip> : null}
      {reviews > 0 ? <Chip tone="caution">{count(reviews, 'review')}</Chip> : null}
    </span>
  )
}
