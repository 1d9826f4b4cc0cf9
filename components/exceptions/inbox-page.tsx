import { DebtTable, type ShownDebt } from '#components/records/debt-table.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { count } from '#lib/wording/count.ts'
import { exceptionsHref, gateHref, type OfRepository, skipsHref } from '#lib/wording/href.ts'
import { signInHref } from '#lib/wording/sign-in-href.ts'
import { ExceptionList } from './exception-list.tsx'
import type { ListedException } from './shown-exception.ts'

/** What waits for whoever looks. */
export interface Inbox {
  /** Requests that they could approve now. */
  readonly waiting: readonly ListedException[]
  /** Their own requests that are not decided yet. */
  readonly own: readonly ListedException[]
  /** Of their domains: exceptions in force that end soon. */
  readonly ending: readonly ListedException[]
  /** Open lines of debt of the domains that they own. */
  readonly owed: readonly (ShownDebt & { readonly domain: string | null })[]
}

/** What needs whoever looks: nothing is marked as read, each leaves when it is done. */
export function InboxPage({ inbox, of, now }: { inbox: Inbox | null; of: OfRepository; now: number }) {
  return (
    <>
      <PageHead title="Inbox" about="What needs you. A line leaves when it is decided, repaid or over, and not by being read." />
      {inbox === null ? (
        <EmptyState title="Sign in to see what needs you">
          <p className="text-body text-muted">
            <PageLink href={signInHref({ returnTo: '/inbox' })} className="text-link underline">
              Sign in
            </PageLink>
            ; the{' '}
            <PageLink href={exceptionsHref({ ...of, view: 'all' })} className="text-link underline">
              register of exceptions
            </PageLink>{' '}
            and the{' '}
            <PageLink href={skipsHref(of)} className="text-link underline">
              ledger of debt
            </PageLink>{' '}
            are for everybody who may read.
          </p>
        </EmptyState>
      ) : (
        <Groups inbox={inbox} of={of} now={now} />
      )}
    </>
  )
}

function Groups({ inbox, of, now }: { inbox: Inbox; of: OfRepository; now: number }) {
  const { waiting, own, ending, owed } = inbox
  if (waiting.length + own.length + ending.length + owed.length === 0) {
    return (
      <EmptyState title="Nothing needs you">
        <p className="text-body text-muted">No request waits for you, none of yours is open, and your domains owe nothing.</p>
      </EmptyState>
    )
  }
  return (
    <>
      {LISTS.map(({ key, title }) =>
        inbox[key].length === 0 ? null : (
          <Section key={key} id={key} title={title} count={String(inbox[key].length)}>
            <ExceptionList exceptions={inbox[key]} label={title} of={of} now={now} />
          </Section>
        ),
      )}
      {owed.length === 0 ? null : (
        <Section id="owed" title="Your domains owe" count={count(owed.length, 'line')}>
          <DebtTable
            lines={owed}
            label="Your domains owe"
            gateHref={(gate, commit) => gateHref(gate, domainOf(owed, gate), { ...of, commit })}
            now={now}
            withContent
          />
        </Section>
      )}
    </>
  )
}

const LISTS = [
  { key: 'waiting', title: 'Waits for your decision' },
  { key: 'own', title: 'You have asked for' },
  { key: 'ending', title: 'Ends within seven days' },
] as const

function domainOf(owed: Inbox['owed'], gate: string): string {
  return owed.find((line) => line.gate === gate)?.domain ?? gate.split('/')[0] ?? gate
}
