import { EmptyState } from '#components/ui/empty-state.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { ListPages } from '#components/ui/list-pages.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { EvidenceTable } from '#components/vocabulary/evidence-table.tsx'
import { RecordedSince } from '#components/vocabulary/recorded-since.tsx'
import type { ShownEvidence } from '#components/vocabulary/shown-evidence.ts'
import { type EvidenceFilters as Asked, evidenceListHref } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { EvidenceEmpty } from './evidence-empty.tsx'
import { type EvidenceChoices, EvidenceFilters } from './evidence-filters.tsx'

export interface EvidencePageProps {
  readonly evidence: { readonly items: readonly ShownEvidence[]; readonly next: string | null }
  /** What the list is narrowed to, as far as it was used. */
  readonly asked: Asked
  /** Where the page begins; null at the newest. */
  readonly cursor: string | null
  readonly choices: EvidenceChoices
  /** How far the history went when the list was read. */
  readonly sequence: number
  readonly unused: readonly UnusedParameter[]
  readonly origin: string
  readonly now: number
}

/** What was recorded of gates, by pages, newest first. */
export function EvidencePage({ evidence, asked, cursor, choices, sequence, unused, origin, now }: EvidencePageProps) {
  const { repository = null, ...narrowed } = asked
  const isNarrowed = Object.values(narrowed).some((value) => value != null)
  const isEmpty = evidence.items.length === 0
  const lost = cursor !== null && isEmpty ? [{ name: 'cursor', value: cursor, because: 'no evidence stands after it' }] : []
  return (
    <>
      <InvalidParameters parameters={[...unused, ...lost]} />
      <PageHead
        title="Evidence"
        about="What gates have shown, newest first. Nothing of it is ever changed."
        actions={cursor === null ? <RecordedSince sequence={sequence} repository={repository} /> : null}
      />
      {isEmpty && !isNarrowed && cursor === null ? (
        <EvidenceEmpty origin={origin} gate={choices.gates[0] ?? null} />
      ) : (
        <>
          <EvidenceFilters choices={choices} />
          {!isEmpty ? (
            <EvidenceTable evidence={evidence.items} now={now} label="Evidence" />
          ) : (
            <EmptyState title="No evidence is like this">
              <p className="text-body">
                {cursor === null ? 'Nothing was recorded that fits all of what is asked.' : 'The list ends before this place.'}{' '}
                <PageLink href={evidenceListHref({ repository })} className="text-link underline">
                  Show all evidence
                </PageLink>
              </p>
            </EmptyState>
          )}
        </>
      )}
      <ListPages
        label="Pages of evidence"
        newest={cursor === null ? null : evidenceListHref(asked)}
        older={evidence.next === null ? null : evidenceListHref({ ...asked, cursor: evidence.next })}
      />
    </>
  )
}
