import { buttonLook } from '#components/ui/button.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { ListPages } from '#components/ui/list-pages.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import type { PlanSummary } from '#lib/model/plan-summary.ts'
import { changesPageHref, newChangeHref } from '#lib/wording/href.ts'
import { PlanTable } from './plan-table.tsx'
import { PlansEmpty } from './plans-empty.tsx'

export interface PlansPageProps {
  readonly plans: { readonly items: readonly PlanSummary[]; readonly next: string | null }
  /** Where the page begins; null at the newest plan. */
  readonly cursor: string | null
  readonly repository: string | null
  readonly origin: string
  readonly now: number
}

/** Stored plans by pages, newest first. */
export function PlansPage({ plans, cursor, repository, origin, now }: PlansPageProps) {
  const lost = cursor !== null && plans.items.length === 0
  return (
    <>
      {lost ? <InvalidParameters parameters={[{ name: 'cursor', value: cursor, because: 'no plan stands after it' }]} /> : null}
      <PageHead
        title="Changes"
        about="Stored plans, newest first"
        actions={
          <PageLink href={newChangeHref({ repository })} className={buttonLook('primary')}>
            Plan a change
          </PageLink>
        }
      />
      {plans.items.length > 0 ? (
        <PlanTable plans={plans.items} now={now} label="Stored plans" />
      ) : cursor === null ? (
        <PlansEmpty origin={origin} />
      ) : null}
      <ListPages
        label="Pages of plans"
        newest={cursor === null ? null : changesPageHref({ repository })}
        older={plans.next === null ? null : changesPageHref({ repository, cursor: plans.next })}
      />
    </>
  )
}
