import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { sayPlaces } from '#lib/rules/exceptions/say-role.ts'
import { momentOf } from '#lib/wording/age.ts'
import { boardHref, exceptionHref, type OfRepository } from '#lib/wording/href.ts'
import type { ListedException } from './shown-exception.ts'
import { StateChip } from './state-chip.tsx'

/** Exceptions as a table: what is excepted, how far it is, until when. */
export function ExceptionList({
  exceptions,
  label,
  of,
  now,
}: {
  exceptions: readonly ListedException[]
  label: string
  of: OfRepository
  now: number
}) {
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <HeadCell>Gates</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>Waits for</HeadCell>
          <HeadCell>Risk</HeadCell>
          <HeadCell>Content</HeadCell>
          <HeadCell>Ends</HeadCell>
          <HeadCell className="text-right">Asked for</HeadCell>
        </tr>
      </thead>
      <tbody>
        {exceptions.map(({ id, state, gates, domain, content, risk, open, expiresAt, requestedAt, requestedByName, inForce }) => (
          <tr key={id} className="hover:bg-hover">
            <RowHead className="min-w-52">
              <PageLink href={exceptionHref(id)} className="inline-block min-h-6 py-0.5 font-medium text-link hover:underline">
                <VisibleText text={gates[0] ?? ''} limit={80} />
              </PageLink>
              <span className="block text-meta text-muted">
                {gates.length > 1 ? `and ${gates.length - 1} more · ` : null}
                <VisibleText text={domain} limit={63} />
              </span>
            </RowHead>
            <Cell>
              <StateChip state={state} />
              {state === 'approved' && !inForce ? <span className="block text-meta text-muted">no longer counts</span> : null}
            </Cell>
            <Cell>{state === 'requested' && open.length > 0 ? sayPlaces(open) : <span className="text-muted">nobody</span>}</Cell>
            <Cell>{risk}</Cell>
            <Cell>
              <PageLink href={boardHref({ ...of, commit: contentIdOf(content) })} className="text-link hover:underline">
                <Code>{shortContent(contentIdOf(content))}</Code>
              </PageLink>
            </Cell>
            <Cell>
              <time dateTime={expiresAt}>{momentOf(Date.parse(expiresAt))}</time>
            </Cell>
            <Cell className="text-right text-muted">
              <Age at={requestedAt} now={now} />
              <span className="block text-meta">
                by <VisibleText text={requestedByName} limit={60} />
              </span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
