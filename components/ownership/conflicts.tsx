import { classNames } from '#components/ui/class-names.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { farRows } from '#components/ui/far-rows.ts'
import { OwnerLine } from '#components/vocabulary/owner-line.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import type { OwnershipCoverage } from '#lib/model/ownership-report.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { MAP_KIND_WORDING } from '#lib/wording/map-kind.ts'

/** The files that rows of equal rank in one map give to different domains. */
export function Conflicts({ coverage }: { coverage: OwnershipCoverage }) {
  if (coverage.conflictCount === 0) {
    return (
      <EmptyState title="No row contradicts another">
        <p className="text-body text-muted">
          Two rows of one map that are equally specific and name different domains would stand here. Both count, so a change to such a file
          meets the gates of both.
        </p>
      </EmptyState>
    )
  }
  const cut = coverage.conflictCount > coverage.conflicts.length
  return (
    <div className="space-y-3">
      <p className="max-w-3xl text-body text-muted">
        Rows that are equally specific give these files to different domains. All of them apply, so a change meets the gates of each. Make
        one row more specific, or take one out.
      </p>
      {cut ? (
        <p className="text-dense text-muted">
          The first {groupDigits(coverage.conflicts.length)} of {groupDigits(coverage.conflictCount)} are shown.
        </p>
      ) : null}
      <ul className={classNames('divide-y divide-border rounded-card border border-border', farRows(coverage.conflicts.length))}>
        {coverage.conflicts.map((conflict) => (
          <li key={`${conflict.map} ${conflict.path}`} className="grid gap-x-6 gap-y-2 px-4 py-3 text-dense lg:grid-cols-2">
            <div className="min-w-0">
              <PathText path={conflict.path} limit={200} />
              <span className="block text-meta text-muted">{MAP_KIND_WORDING[conflict.map].label} map</span>
            </div>
            <ul className="min-w-0 space-y-1.5">
              {conflict.owners.map((owner) => (
                <li key={`${owner.line} ${owner.pattern}`}>
                  <OwnerLine owner={owner} short />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}
