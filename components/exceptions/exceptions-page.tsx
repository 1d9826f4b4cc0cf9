import { buttonLook } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { tabLook } from '#components/ui/tab-look.ts'
import { boardHref, EXCEPTION_VIEWS, type ExceptionView, exceptionsHref, type OfRepository } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { ExceptionList } from './exception-list.tsx'
import type { ListedException } from './shown-exception.ts'

const TABS: Readonly<Record<ExceptionView, { readonly label: string; readonly empty: string }>> = {
  'needs-me': { label: 'Needs me', empty: 'Nothing needs you: no request waits for an approval that you could give.' },
  active: { label: 'In force', empty: 'No exception is in force: whatever is not satisfied stands in the way.' },
  expiring: { label: 'Ends within 7 days', empty: 'No exception that is in force ends within seven days.' },
  all: { label: 'All', empty: 'Nobody has asked for an exception yet.' },
}

export interface ExceptionsPageProps {
  readonly view: ExceptionView
  readonly exceptions: { readonly items: readonly ListedException[]; readonly next: string | null }
  /** How many need whoever looks; null when nobody is signed in. */
  readonly needsMe: number | null
  readonly cursor: string | null
  readonly of: OfRepository
  readonly unused: readonly UnusedParameter[]
  readonly now: number
}

/** What must be decided, and what is in force: the inbox of those who approve, and the register for everybody. */
export function ExceptionsPage({ view, exceptions, needsMe, cursor, of, unused, now }: ExceptionsPageProps) {
  const { items, next } = exceptions
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        title="Exceptions"
        about="What may go although a gate is not satisfied: who asked, who decides, until when. A status is never changed by one."
      />
      <nav aria-label="Exceptions" className="mb-4 overflow-x-auto border-border border-b">
        <ul className="flex w-max gap-1 pr-1">
          {EXCEPTION_VIEWS.map((each) => (
            <li key={each}>
              <PageLink href={exceptionsHref({ ...of, view: each })} aria-current={each === view ? 'page' : undefined} className={tabLook}>
                {TABS[each].label}
                <span className="font-normal text-dense text-muted empty:hidden">
                  {each === 'needs-me' && needsMe !== null ? String(needsMe) : null}
                </span>
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
      {items.length > 0 ? (
        <ExceptionList exceptions={items} label={TABS[view].label} of={of} now={now} />
      ) : (
        <EmptyState title={view === 'needs-me' && needsMe === null ? 'Sign in to see what needs you' : 'All clear'}>
          <p className="text-body text-muted">
            {view === 'needs-me' && needsMe === null ? 'Requests are shown to whoever can approve them.' : TABS[view].empty} An exception is
            asked for from the cell that hurts, on the{' '}
            <PageLink href={boardHref(of)} className="text-link underline">
              board
            </PageLink>
            .
          </p>
        </EmptyState>
      )}
      <nav aria-label="Pages of exceptions" className="mt-3 flex gap-2 empty:hidden">
        {cursor === null ? null : (
          <PageLink href={exceptionsHref({ ...of, view })} className={buttonLook()}>
            Newest
          </PageLink>
        )}
        {next === null ? null : (
          <PageLink href={exceptionsHref({ ...of, view, cursor: next })} className={buttonLook()}>
            Older
          </PageLink>
        )}
      </nav>
    </>
  )
}
