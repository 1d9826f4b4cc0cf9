import { buttonLook } from '#components/ui/button.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { EvidenceTable } from '#components/vocabulary/evidence-table.tsx'
import type { ShownEvidence } from '#components/vocabulary/shown-evidence.ts'
import { domainEvidenceHref, evidenceListHref, type OfCandidate } from '#lib/wording/href.ts'

/** What was recorded for the gates of a domain's own, newest first, whatever the candidate. */
export function DomainEvidence({
  evidence,
  domain,
  cursor,
  of,
  origin,
  now,
}: {
  evidence: { readonly items: readonly ShownEvidence[]; readonly next: string | null }
  domain: string
  /** Where the page begins; null at the newest. */
  cursor: string | null
  of: OfCandidate
  origin: string
  now: number
}) {
  return (
    <>
      {evidence.items.length > 0 ? (
        <EvidenceTable evidence={evidence.items} now={now} label="Evidence of its gates" />
      ) : cursor === null ? (
        <EmptyState title="Nothing was recorded for its gates yet">
          <CodeBlock text={`export LANEKEEPER_URL=${origin}\nnpx lanekeeper run GATE -- COMMAND`} label="Copy the commands" />
        </EmptyState>
      ) : (
        <p className="text-body text-muted">Nothing stands before this.</p>
      )}
      <nav aria-label="Pages of evidence" className="mt-3 flex flex-wrap gap-2">
        {cursor === null ? null : (
          <PageLink href={domainEvidenceHref(domain, of)} className={buttonLook()}>
            Newest
          </PageLink>
        )}
        {evidence.next === null ? null : (
          <PageLink href={domainEvidenceHref(domain, { ...of, cursor: evidence.next })} className={buttonLook()}>
            Older
          </PageLink>
        )}
        <PageLink href={evidenceListHref({ repository: of.repository ?? null, domain })} className={buttonLook('ghost')}>
          Narrow it down
        </PageLink>
      </nav>
    </>
  )
}
