import { VerdictChip } from '#components/status/verdict-chip.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { VerdictChange } from '#lib/model/comparison.ts'
import { domainHref, type OfCandidate } from '#lib/wording/href.ts'

/** The domains that may be promoted on one of the two candidates and not on the other. */
export function ChangedVerdicts({ changes, of }: { changes: readonly VerdictChange[]; of: OfCandidate }) {
  return (
    <Section id="verdicts" title="Eligibility that changed" count={String(changes.length)}>
      <ul className="space-y-1.5 text-body">
        {changes.map(({ domain, title, before, after }) => (
          <li key={domain} className="flex flex-wrap items-center gap-2">
            <PageLink href={domainHref(domain, 'eligibility', of)} className="font-medium text-link hover:underline">
              <VisibleText text={title} limit={60} />
            </PageLink>
            <span className="text-muted">was</span> <VerdictChip verdict={before} /> <span className="text-muted">and is</span>{' '}
            <VerdictChip verdict={after} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
