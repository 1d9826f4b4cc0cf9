import Link from 'next/link'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import type { OwnershipCoverage } from '#lib/model/ownership-report.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { ownershipHref } from '#lib/wording/href.ts'
import { ListFilter } from './list-filter.tsx'

/** The tracked files that no map gives an owner, narrowed by a text. */
export function Unmapped({ coverage, filter }: { coverage: OwnershipCoverage; filter: string }) {
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
        <ul className="divide-y divide-border rounded-card border border-border text-dense">
          {shown.map((path) => (
            <li key={path} className="far-rows">
              <Link
                href={ownershipHref('resolve', { path })}
                prefetch={false}
                className="flex min-h-8 items-center px-3 py-1.5 text-text no-underline hover:bg-hover hover:text-link"
              >
                <PathText path={path} limit={200} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
