import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { DiagnosticList } from '#components/vocabulary/diagnostic-list.tsx'
import type { Diagnostic, Severity } from '#lib/model/diagnostic.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { ownershipHref } from '#lib/wording/href.ts'

/** So many are shown; a model with more is mended from the top. */
const MOST = 500

/** What could not be read or does not fit in the model, errors or warnings alone when asked. */
export function Diagnostics({
  diagnostics,
  repository,
  severity,
}: {
  diagnostics: readonly Diagnostic[]
  repository: string | null
  severity: Severity | null
}) {
  const choices = [
    { label: 'All', severity: null, amount: diagnostics.length },
    { label: 'Errors', severity: 'error' as const, amount: amountOf(diagnostics, 'error') },
    { label: 'Warnings', severity: 'warning' as const, amount: amountOf(diagnostics, 'warning') },
  ]
  if (diagnostics.length === 0) {
    return (
      <EmptyState title="The model was read without a fault">
        <p className="text-body text-muted">Every map, lane, packet and profile could be read, and they agree with one another.</p>
      </EmptyState>
    )
  }
  const shown = diagnostics.filter((each) => severity === null || each.severity === severity)
  return (
    <div className="space-y-3">
      <nav aria-label="Severity" className="flex flex-wrap gap-1.5">
        {choices.map((choice) => (
          <PageLink
            key={choice.label}
            href={ownershipHref('diagnostics', { repository, ...(choice.severity === null ? {} : { severity: choice.severity }) })}
            aria-current={choice.severity === severity ? 'true' : undefined}
            className="inline-flex h-7 items-center gap-1.5 rounded-control border border-control px-2.5 text-dense text-text no-underline hover:bg-hover aria-[current]:border-accent aria-[current]:bg-selected"
          >
            {choice.label} <span className="text-muted">{groupDigits(choice.amount)}</span>
          </PageLink>
        ))}
      </nav>
      {shown.length === 0 ? (
        <p className="py-4 text-body text-muted">None of this severity.</p>
      ) : (
        <DiagnosticList diagnostics={shown.slice(0, MOST)} label="Diagnostics of the model" />
      )}
      {shown.length > MOST ? (
        <p className="text-dense text-muted">
          The first {MOST} of {groupDigits(shown.length)} are shown; lanekeeper lint prints them all.
        </p>
      ) : null}
    </div>
  )
}

function amountOf(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((each) => each.severity === severity).length
}
