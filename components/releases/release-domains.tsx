import { StatusChip } from '#components/status/status-chip.tsx'
import { VerdictChip } from '#components/status/verdict-chip.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { ReleaseDomain } from '#lib/model/release-record.ts'
import { WORST_FIRST } from '#lib/rules/status/roll-up.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { domainHref, type OfCandidate } from '#lib/wording/href.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'

/** What the release needs of each domain and how that stands; every gate is counted once, by what it is. */
export function ReleaseDomains({ domains, of }: { domains: readonly ReleaseDomain[]; of: OfCandidate }) {
  const present = WORST_FIRST.filter((status) => domains.some(({ counts }) => counts[status] > 0))
  return (
    <DataTable label="Domains of the release">
      <thead>
        <tr>
          <HeadCell>Domain</HeadCell>
          <HeadCell>Its gates</HeadCell>
          {present.map((status) => (
            <HeadCell key={status} className="text-right" title={STATUS_WORDING[status].meaning}>
              {STATUS_WORDING[status].label}
            </HeadCell>
          ))}
          <HeadCell className="text-right">Gates</HeadCell>
          <HeadCell>On its own</HeadCell>
        </tr>
      </thead>
      <tbody>
        {domains.map(({ domain, title, owner, status, counts, gates, eligibility }) => (
          <tr key={domain ?? ''} className="hover:bg-hover">
            <RowHead>
              {domain === null || eligibility === null ? (
                <VisibleText text={title} limit={80} className="font-medium" />
              ) : (
                <PageLink
                  href={domainHref(domain, 'lane', of)}
                  className="inline-block min-h-6 py-0.5 font-medium text-link hover:underline"
                >
                  <VisibleText text={title} limit={80} />
                </PageLink>
              )}
              {owner === null ? null : (
                <span className="block text-meta text-muted">
                  <VisibleText text={owner} limit={60} />
                </span>
              )}
            </RowHead>
            <Cell>
              <StatusChip status={status} />
            </Cell>
            {present.map((each) => (
              <Cell key={each} className={counts[each] === 0 ? 'text-right text-muted' : 'text-right'}>
                {groupDigits(counts[each])}
              </Cell>
            ))}
            <Cell className="text-right font-medium">{groupDigits(gates)}</Cell>
            <Cell>{eligibility === null ? <span className="text-muted">–</span> : <VerdictChip verdict={eligibility} />}</Cell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
