import { Callout } from '#components/ui/callout.tsx'
import { Chip } from '#components/ui/chip.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { DiagnosticList } from '#components/vocabulary/diagnostic-list.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { DomainOwnership as Ownership } from '#lib/model/domain-ownership.ts'
import { count } from '#lib/wording/count.ts'
import { type OfRepository, ownershipHref } from '#lib/wording/href.ts'
import { MAP_KIND_WORDING } from '#lib/wording/map-kind.ts'

/** What a domain owns by which row of which map, what its lane claims, and what is wrong with what says so. */
export function DomainOwnership({ ownership, domain, of }: { ownership: Ownership; domain: string; of: OfRepository }) {
  const { rows, claims, diagnostics, unread } = ownership
  return (
    <>
      {unread.length === 0 ? null : (
        <Callout tone="caution" title={`${count(unread.length, 'map')} not read, so what they give it is not known`} className="mb-4">
          <ul className="text-dense">
            {unread.map(({ kind, file, state }) => (
              <li key={kind}>
                <PathText path={file} limit={120} /> is {state}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <Section id="owns" title="What the maps give it" count={count(rows.length, 'row')}>
        {rows.length === 0 ? (
          <EmptyState title="No map gives it a path" level={3}>
            <p className="text-body text-muted">
              A lane's paths bring its gates and make no owner. Add a row with <VisibleText text={domain} limit={63} /> as its domain to{' '}
              {MAP_KIND_WORDING.package.fileName}.
            </p>
          </EmptyState>
        ) : (
          <DataTable label="Rows of the ownership maps">
            <thead>
              <tr>
                <HeadCell>Patterns</HeadCell>
                <HeadCell>Map</HeadCell>
                <HeadCell>Owner</HeadCell>
                <HeadCell>Reviewers</HeadCell>
                <HeadCell>Line</HeadCell>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ kind, file, line, owner, reviewers, patterns }) => (
                <tr key={`${file}:${line}`}>
                  <RowHead className="min-w-48">
                    {patterns.map((pattern) => (
                      <span key={pattern} className="block">
                        <PathText path={pattern} limit={160} />
                      </span>
                    ))}
                  </RowHead>
                  <Cell>{MAP_KIND_WORDING[kind].label}</Cell>
                  <Cell>{owner === null ? <span className="text-muted">none</span> : <VisibleText text={owner} limit={80} />}</Cell>
                  <Cell>
                    {reviewers.length === 0 ? (
                      <span className="text-muted">none</span>
                    ) : (
                      <VisibleText text={reviewers.join(', ')} limit={160} />
                    )}
                  </Cell>
                  <Cell>
                    <PlaceLine place={{ file, line }} short />
                  </Cell>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </Section>
      <Section
        id="claims"
        title="What its lane claims"
        count={count(claims.length, 'path')}
        aside={
          <PageLink href={ownershipHref('resolve', of)} className="text-dense text-link underline">
            Who owns a path?
          </PageLink>
        }
      >
        {claims.length === 0 ? (
          <p className="text-body text-muted">Its lane claims no path.</p>
        ) : (
          <ul className="divide-y divide-border rounded-card border border-border">
            {claims.map(({ pattern, file, line, owned }) => (
              <li key={line} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-dense">
                <PathText path={pattern} limit={160} />
                <span className="text-muted">
                  <PlaceLine place={{ file, line }} short />
                </span>
                {owned ? null : <Chip tone="caution">claimed, and no map gives it</Chip>}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {diagnostics.length === 0 ? null : (
        <Section id="diagnostics" title="What is wrong with these lines" count={String(diagnostics.length)}>
          <DiagnosticList diagnostics={diagnostics} label="Diagnostics" />
        </Section>
      )}
    </>
  )
}
