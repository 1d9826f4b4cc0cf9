import { buttonLook } from '#components/ui/button.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { ListPages } from '#components/ui/list-pages.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { RecordedSince } from '#components/vocabulary/recorded-since.tsx'
import type { AuditAction } from '#lib/model/audit.ts'
import { auditExportEndpoint, auditHref } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { ActionFilter } from './action-filter.tsx'
import { ChainVerification } from './chain-verification.tsx'
import { EntryAnchor } from './entry-anchor.tsx'
import { EntryTable } from './entry-table.tsx'
import { NewestCheckpoint, type ShownCheckpoint } from './newest-checkpoint.tsx'
import type { ShownEntry } from './shown-entry.ts'

export interface AuditPageProps {
  readonly entries: readonly ShownEntry[]
  /** The cursor of the next page; null on the last. */
  readonly next: string | null
  readonly action: AuditAction | null
  readonly repository: string | null
  /** True when the page begins with the newest entry. */
  readonly isNewest: boolean
  /** How far the history went when the list was read. */
  readonly sequence: number
  /** What is signed for outside the database; null before the first. */
  readonly checkpoint: ShownCheckpoint | null
  readonly unused: readonly UnusedParameter[]
  readonly origin: string
  readonly now: number
}

/** Who did what, and whether the record of it is whole. */
export function AuditPage({ entries, next, action, repository, isNewest, sequence, checkpoint, unused, origin, now }: AuditPageProps) {
  return (
    <>
      <EntryAnchor />
      <InvalidParameters parameters={unused} />
      <PageHead
        title="Audit"
        about="Who did what, newest first. Each entry holds the hash of the one before, so none can be changed or left out unseen."
        actions={
          <div className="flex flex-wrap gap-2">
            <a href={auditExportEndpoint('ndjson')} download className={buttonLook()}>
              Export NDJSON
            </a>
            <a href={auditExportEndpoint('json')} download className={buttonLook()}>
              Export JSON
            </a>
          </div>
        }
      />
      <ChainVerification />
      <NewestCheckpoint checkpoint={checkpoint} now={now} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <ActionFilter />
        {isNewest ? <RecordedSince sequence={sequence} repository={repository} /> : null}
        <Disclosure summary={<span className="font-normal text-dense">Verify it yourself</span>} className="max-w-full">
          <CodeBlock
            text={`npx lanekeeper audit verify --server ${origin}\ncurl -fsS ${origin}${auditExportEndpoint('ndjson')} -o audit.ndjson\nnpx lanekeeper audit verify --export audit.ndjson`}
            label="Copy the commands"
          />
        </Disclosure>
      </div>
      {entries.length > 0 ? (
        <EntryTable entries={entries} now={now} />
      ) : (
        <EmptyState title={isNewest && action === null && repository === null ? 'Nothing was done yet' : 'No entry is like this'}>
          {isNewest && action === null && repository === null ? (
            <>
              <p className="text-body">The first entry comes with the first model that is sent. In the governed repository:</p>
              <CodeBlock text={`npx lanekeeper sync --server ${origin} --token "$LANEKEEPER_TOKEN"`} label="Copy the command" />
            </>
          ) : (
            <p className="text-body">
              <PageLink href={auditHref()} className="text-link underline">
                Show all entries
              </PageLink>
            </p>
          )}
        </EmptyState>
      )}
      <ListPages
        label="Pages of the audit chain"
        newest={isNewest ? null : auditHref({ repository, action })}
        older={next === null ? null : auditHref({ repository, action, cursor: next })}
      />
    </>
  )
}
