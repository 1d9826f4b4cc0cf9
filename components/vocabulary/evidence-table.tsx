import { ResultChip } from '#components/status/result-chip.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { count } from '#lib/wording/count.ts'
import { countsText } from '#lib/wording/evidence-look.ts'
import { evidenceHref } from '#lib/wording/href.ts'
import { Age } from './age.tsx'
import { ContentLine } from './content-line.tsx'
import { RowKeys } from './row-keys.tsx'
import type { ShownEvidence } from './shown-evidence.ts'

/** Recorded evidence, a row each; a row's link opens it, `j` and `k` go from one to the next. */
export function EvidenceTable({ evidence, now, label }: { evidence: readonly ShownEvidence[]; now: number; label: string }) {
  return (
    <RowKeys>
      <DataTable label={label}>
        <thead>
          <tr>
            <HeadCell>Gate</HeadCell>
            <HeadCell>Result</HeadCell>
            <HeadCell className="hidden md:table-cell">Counts</HeadCell>
            <HeadCell className="hidden lg:table-cell">Profile</HeadCell>
            <HeadCell className="hidden sm:table-cell">Content</HeadCell>
            <HeadCell className="hidden xl:table-cell">Producer</HeadCell>
            <HeadCell className="hidden text-right sm:table-cell">Recorded</HeadCell>
          </tr>
        </thead>
        <tbody>
          {evidence.map((each) => (
            <tr key={each.id} className="hover:bg-hover">
              <RowHead className="min-w-44">
                <PageLink href={evidenceHref(each.id)} data-row="" className="wrap-break-word font-medium text-link hover:underline">
                  <VisibleText text={each.gate} limit={140} />
                </PageLink>
                <span className="block text-meta text-muted sm:hidden">
                  <Age at={each.receivedAt} now={now} />
                </span>
                {each.layer === null ? <span className="block text-meta text-muted">no longer in the model</span> : null}
              </RowHead>
              <Cell>
                <ResultChip evidence={each} />
                {each.exitCode === null || each.exitCode === 0 ? null : (
                  <span className="block text-meta text-muted">exit {each.exitCode}</span>
                )}
              </Cell>
              <Cell className="hidden md:table-cell">
                {countsText(each.counts) ?? <span className="text-muted">not counted</span>}
                {each.findingCount === null ? null : <span className="block text-muted">{count(each.findingCount, 'finding')}</span>}
              </Cell>
              <Cell className="hidden whitespace-nowrap lg:table-cell">
                {each.profile === null ? <span className="text-muted">none</span> : <VisibleText text={each.profile} limit={63} />}
              </Cell>
              <Cell className="hidden sm:table-cell">
                <ContentLine content={each.content} />
              </Cell>
              <Cell className="hidden max-w-56 xl:table-cell">
                <VisibleText text={each.producer.name} limit={60} className="wrap-anywhere" />
              </Cell>
              <Cell className="hidden text-right text-muted sm:table-cell">
                <Age at={each.receivedAt} now={now} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </RowKeys>
  )
}
