import { ResultChip } from '#components/status/result-chip.tsx'
import { Code } from '#components/ui/code.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import type { ShownEvidence } from '#components/vocabulary/shown-evidence.ts'
import { evidenceHref } from '#lib/wording/href.ts'

/** Other evidence that this one answers, or that answers it. */
export function RelatedEvidence({ evidence, now, none }: { evidence: readonly ShownEvidence[]; now: number; none: string }) {
  if (evidence.length === 0) return <span className="text-muted">{none}</span>
  return (
    <ul className="space-y-1">
      {evidence.map((each) => (
        <li key={each.id} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <PageLink href={evidenceHref(each.id)} className="inline-block min-h-6 py-0.5 text-link underline">
            <Code>{each.id.slice(0, 8)}</Code>
          </PageLink>
          <ResultChip evidence={each} />
          <VisibleText text={each.gate} limit={100} />
          <span className="text-muted">
            <Age at={each.receivedAt} now={now} />
          </span>
        </li>
      ))}
    </ul>
  )
}
