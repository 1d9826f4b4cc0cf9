import { DebtTable, type ShownDebt } from '#components/records/debt-table.tsx'
import { type ShownSkip, SkipTable } from '#components/records/skip-table.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { domainHref, gateHref, type OfCandidate, skipsHref } from '#lib/wording/href.ts'

/** What a domain owes and has repaid, and what was declared to be left out of it: the newest of each, whatever the candidate. */
export function DomainSkips({
  debts,
  domain,
  of,
  now,
}: {
  debts: {
    readonly owed: readonly ShownDebt[]
    readonly repaid: readonly ShownDebt[]
    readonly skips: readonly ShownSkip[]
    readonly hasMore: { readonly owed: boolean; readonly repaid: boolean; readonly skips: boolean }
  }
  domain: string
  of: OfCandidate
  now: number
}) {
  const { owed, repaid, skips, hasMore } = debts
  const hrefOfGate = (gate: string, commit: string) => domainHref(domain, 'lane', { ...of, commit, at: gate })
  if (owed.length + repaid.length + skips.length === 0) {
    return (
      <EmptyState title="Nothing was left out">
        <p className="text-body text-muted">
          A run that announces a gate and does not show it, a skip whose proof does not hold, and a result that is only a part would be
          here. Whatever is owed leaves this list by evidence alone.
        </p>
      </EmptyState>
    )
  }
  return (
    <>
      <Section
        id="owed"
        title="Owed now"
        count={many(owed.length, hasMore.owed)}
        aside={
          <PageLink href={skipsHref({ repository: of.repository ?? null, domain })} className="text-dense text-link underline">
            With the five proofs
          </PageLink>
        }
      >
        {owed.length === 0 ? (
          <p className="text-body text-muted">Nothing is owed.</p>
        ) : (
          <DebtTable lines={owed} label="Debt that is owed" gateHref={hrefOfGate} now={now} withContent />
        )}
      </Section>
      <Section id="declared" title="Declared skips" count={many(skips.length, hasMore.skips)}>
        {skips.length === 0 ? (
          <p className="text-body text-muted">No skip was declared for a gate of its own.</p>
        ) : (
          <SkipTable skips={skips} label="Declared skips" gateHref={(gate) => gateHref(gate, domain, of)} now={now} withContent />
        )}
      </Section>
      <Section id="repaid" title="Repaid by evidence" count={many(repaid.length, hasMore.repaid)}>
        {repaid.length === 0 ? (
          <p className="text-body text-muted">Nothing was repaid yet.</p>
        ) : (
          <DebtTable lines={repaid} label="Debt that was repaid" gateHref={hrefOfGate} now={now} withContent />
        )}
      </Section>
    </>
  )
}

function many(shown: number, hasMore: boolean): string {
  return hasMore ? `the newest ${shown}` : String(shown)
}
