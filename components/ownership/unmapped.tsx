import { classNames } from '#components/ui/class-names.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { farRows } from '#components/ui/far-rows.ts'
import { ListFilter } from '#components/ui/list-filter.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import type { OwnershipCoverage } from '#lib/model/ownership-report.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { ownershipHref } from '#lib/wording/href.ts'

/** The tracked files that no map gives an owner, narrowed by a text. */
export function Unmapped({ coverage, repository, filter }: { coverage: OwnershipCoverage; repository: string | null; filter: string }) {
  if (coverage.unmappedCount === 0) {
    return (
      <EmptyState title="Every tracked file has an owner">
        <p className="text-body text-muted">
          A file that no map names would stand here. Until it has an owner it brings every global gate and an architecture review.
        </p>
      </EmptyState>
    )
  }
  const shown = coverage.unmapped.filter((path) => path.toLowerCase().includes(filter.toLowerCase()))
  const cut = coverage.unmappedCount > coverage.unmapped.length
  return (
    <div className="space-y-3">
      <p className="max-w-3xl text-body text-muted">
        A change to one of these {count(coverage.unmappedCount, 'file')} brings every global gate and an architecture review, until a map
        names an owner.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <ListFilter label="Filter by path" />
        <p role="status" className="text-dense text-muted">
          {groupDigits(shown.length)} shown{cut ? `, of the first ${groupDigits(coverage.unmapped.length)} in order` : ''}
        </p>
      </div>
      {shown.length === 0 ? (
        <p className="py-4 text-body text-muted">No unmapped path has that text in it.</p>
      ) : (
        <ul className={classNames('divide-y divide-border rounded-card border border-border text-dense', farRows(shown.length))}>
          {shown.map((path) => (
            <li key={path}>
              <PageLink
                href={ownershipHref('resolve', { repository, path })}
                className="flex min-h-8 items-center px-3 py-1.5 text-text no-underline hover:bg-hover hover:text-link"
              >
                <PathText path={path} limit={200} />
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
