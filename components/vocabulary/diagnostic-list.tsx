import { classNames } from '#components/ui/class-names.ts'
import { Code } from '#components/ui/code.tsx'
import { farRows } from '#components/ui/far-rows.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { PlaceLine } from './place-line.tsx'
import { SeverityChip } from './severity-chip.tsx'

/** Diagnostics, each with its place, what is wrong and what to do; they keep the order they come in. */
export function DiagnosticList({ diagnostics, label }: { diagnostics: readonly Diagnostic[]; label: string }) {
  return (
    <ul aria-label={label} className={classNames('divide-y divide-border rounded-card border border-border', farRows(diagnostics.length))}>
      {diagnostics.map((diagnostic, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two diagnostics may be alike in everything but their position
        <li key={index} className="grid gap-x-4 gap-y-1 px-3 py-2.5 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
          <div>
            <SeverityChip severity={diagnostic.severity} />
          </div>
          <div className="min-w-0 space-y-0.5">
            <p className="font-medium text-body">
              <VisibleText text={diagnostic.message} limit={600} />
            </p>
            <p className="text-dense text-muted">
              <VisibleText text={diagnostic.hint} limit={600} />
            </p>
            <p className="flex flex-wrap gap-x-3 text-dense">
              <PlaceLine place={diagnostic} column={diagnostic.column} />
              <Code className="text-muted">{diagnostic.code}</Code>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
