import { StatusShape } from '#components/status/status-shape.tsx'
import { VerdictChip } from '#components/status/verdict-chip.tsx'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { ELIGIBILITY_ITEMS, type EligibilityItemId, type EligibilityVerdict } from '#lib/model/eligibility.ts'
import type { Status } from '#lib/model/status.ts'
import { ELIGIBILITY_ITEM_WORDING } from '#lib/wording/eligibility-item.ts'
import { domainHref, itemHref, type OfRepository } from '#lib/wording/href.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { STATUS_CODE } from '#lib/wording/status-code.ts'

/** How a domain stands on a candidate. */
export interface ShownMoment {
  readonly contentId: string
  readonly firstSeenAt: string
  readonly verdict: EligibilityVerdict
  readonly items: readonly { readonly id: EligibilityItemId; readonly status: Status }[]
}

/** The last candidates of a domain, newest first, each with its verdict and its eight items; every shape has its code beside it. */
export function CandidateStrip({
  moments,
  domain,
  chosen,
  of,
  now,
}: {
  moments: readonly ShownMoment[]
  domain: string
  /** The candidate that the page shows. */
  chosen: string | null
  of: OfRepository
  now: number
}) {
  return (
    <DataTable label="The last candidates">
      <thead>
        <tr>
          <HeadCell>Candidate</HeadCell>
          <HeadCell>On its own</HeadCell>
          {ELIGIBILITY_ITEMS.map((id, at) => (
            <HeadCell key={id} title={ELIGIBILITY_ITEM_WORDING[id].meaning}>
              {at + 1} {ELIGIBILITY_ITEM_WORDING[id].label}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {moments.map(({ contentId, firstSeenAt, verdict, items }) => (
          <tr key={contentId} className={contentId === chosen ? 'bg-selected' : 'hover:bg-hover'}>
            <RowHead>
              <PageLink
                href={domainHref(domain, 'lane', { ...of, commit: contentId })}
                aria-current={contentId === chosen ? 'true' : undefined}
                title={contentId}
                className="inline-block min-h-6 py-0.5 text-link hover:underline"
              >
                <Code>{shortContent(contentId)}</Code>
              </PageLink>
              <span className="block whitespace-nowrap text-meta text-muted">
                <Age at={firstSeenAt} now={now} />
              </span>
            </RowHead>
            <Cell>
              <VerdictChip verdict={verdict} />
            </Cell>
            {items.map(({ id, status }) => (
              <Cell key={id}>
                <PageLink
                  href={itemHref(domain, id, { ...of, commit: contentId })}
                  title={`${ELIGIBILITY_ITEM_WORDING[id].label}: ${STATUS_WORDING[status].label}`}
                  aria-label={`${ELIGIBILITY_ITEM_WORDING[id].label} on ${shortContent(contentId)}: ${STATUS_WORDING[status].label}`}
                  className="inline-flex min-h-6 items-center gap-1 text-muted no-underline hover:underline"
                >
                  <StatusShape status={status} />
                  <span className="font-mono text-meta">{STATUS_CODE[status]}</span>
                </PageLink>
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
