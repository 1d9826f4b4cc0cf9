import { OctagonX } from 'lucide-react'
import { Chip } from '#components/ui/chip.tsx'
import { Code } from '#components/ui/code.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { RowKeys } from '#components/vocabulary/row-keys.tsx'
import { AUDIT_ACTIONS } from '#lib/model/audit.ts'
import { type ReadAuditRecord, readAuditRecord } from '#lib/model/audit-record.ts'
import { AUDIT_ACTION_WORDING } from '#lib/wording/audit-action.ts'
import { auditSummary } from '#lib/wording/audit-summary.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { auditEntryEndpoint, auditEntryHref } from '#lib/wording/href.ts'
import type { ShownEntry } from './shown-entry.ts'

/** Entries of the audit chain, newest first: who did what, the hash, and the text that the hash covers. */
export function EntryTable({ entries, now }: { entries: readonly ShownEntry[]; now: number }) {
  return (
    <RowKeys>
      <DataTable label="Audit chain">
        <thead>
          <tr>
            <HeadCell>Entry</HeadCell>
            <HeadCell>What was done</HeadCell>
            <HeadCell className="hidden md:table-cell">Who</HeadCell>
            <HeadCell className="hidden lg:table-cell">Hash</HeadCell>
            <HeadCell className="hidden text-right sm:table-cell">When</HeadCell>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.sequence} entry={entry} record={readAuditRecord(entry)} now={now} />
          ))}
        </tbody>
      </DataTable>
    </RowKeys>
  )
}

function EntryRow({ entry, record, now }: { entry: ShownEntry; record: ReadAuditRecord | null; now: number }) {
  const at = isMoment(entry.at) ? new Date(entry.at).toISOString() : null
  return (
    <tr
      id={String(entry.sequence)}
      data-broken={entry.fault === null ? undefined : ''}
      className="scroll-mt-16 hover:bg-hover target:bg-selected"
    >
      <RowHead>
        <PageLink href={auditEntryHref(entry.sequence)} data-row="" className="inline-block min-h-6 font-mono text-link hover:underline">
          {groupDigits(entry.sequence)}
        </PageLink>
      </RowHead>
      <Cell className="min-w-48">
        {record === null ? <span className="font-medium">Unreadable</span> : <Done by={entry.by} record={record} />}
        {at === null ? null : (
          <span className="block text-meta text-muted sm:hidden">
            <Age at={at} now={now} />
          </span>
        )}
        {entry.fault === null ? null : (
          <Chip tone="danger" icon={OctagonX} className="mt-1 whitespace-normal">
            <VisibleText text={entry.fault} limit={200} />
          </Chip>
        )}
        <Disclosure summary={<span className="font-normal text-dense text-muted">all of it</span>} className="[&>summary]:-ml-1">
          <div className="space-y-1.5 pt-1">
            <Canonical entry={entry} />
            <p className="text-meta text-muted">
              Hash <Code>{entry.hash}</Code>, after <Code>{entry.previousHash}</Code>
            </p>
          </div>
        </Disclosure>
      </Cell>
      <Cell className="hidden max-w-48 md:table-cell">{record === null ? null : <Who by={entry.by} record={record} />}</Cell>
      <Cell className="hidden lg:table-cell">
        <span className="inline-flex items-center whitespace-nowrap">
          <Code>
            <span title={entry.hash}>
              <VisibleText text={entry.hash.slice(0, 12)} />
            </span>
          </Code>
          <CopyButton text={entry.hash} label="Copy hash" />
        </span>
      </Cell>
      <Cell className="hidden text-right text-muted sm:table-cell">{at === null ? 'no moment' : <Age at={at} now={now} />}</Cell>
    </tr>
  )
}

/** A batch of evidence is one entry, of hundreds of kilobytes: a page of fifty shows the beginning of each. */
const MOST_SHOWN = 2000

function Canonical({ entry: { canonical, cursor } }: { entry: ShownEntry }) {
  const text = readable(canonical)
  if (text.length <= MOST_SHOWN) return <CodeBlock text={text} label="Copy the text" className="max-h-96 overflow-y-auto" />
  return (
    <>
      <CodeBlock text={text.slice(0, MOST_SHOWN)} label="Copy the beginning" className="max-h-96 overflow-y-auto" />
      <p className="text-meta text-muted">
        The first {groupDigits(MOST_SHOWN)} of {groupDigits(text.length)} characters.{' '}
        <a href={auditEntryEndpoint(cursor)} className="inline-block min-h-6 text-link underline">
          The whole entry as JSON
        </a>
      </p>
    </>
  )
}

function Done({ by, record }: { by: string | null; record: ReadAuditRecord }) {
  const known = AUDIT_ACTIONS.find((each) => each === record.action)
  const { text, href } = auditSummary(record)
  return (
    <>
      <span className="font-medium" title={known === undefined ? undefined : AUDIT_ACTION_WORDING[known].meaning}>
        {known === undefined ? <VisibleText text={record.action} limit={60} /> : AUDIT_ACTION_WORDING[known].label}
      </span>
      <span className="block wrap-anywhere">
        {href === null ? (
          <VisibleText text={text} limit={240} className="text-muted" />
        ) : (
          <PageLink href={href} className="inline-block min-h-6 py-0.5 text-link underline">
            <VisibleText text={text} limit={240} />
          </PageLink>
        )}
      </span>
      <span className="block text-meta text-muted md:hidden">
        by <VisibleText text={by ?? record.actor} limit={60} />
      </span>
    </>
  )
}

/** The text of the entry keeps the identity: a name can change. */
function Who({ by, record: { actor, repository } }: { by: string | null; record: ReadAuditRecord }) {
  return (
    <>
      {by === null || by === actor ? (
        <Code>
          <VisibleText text={actor} limit={60} />
        </Code>
      ) : (
        <span title={actor}>
          <VisibleText text={by} limit={60} />
        </span>
      )}
      {repository === null ? null : (
        <span className="block text-meta text-muted">
          <VisibleText text={repository} limit={60} />
        </span>
      )}
    </>
  )
}

/** The moments that a date can be of, in milliseconds. */
function isMoment(at: number): boolean {
  return Number.isFinite(at) && Math.abs(at) <= 8.64e15
}

/** The canonical text with a line for each part; one that is no JSON as it is. */
function readable(canonical: string): string {
  try {
    return JSON.stringify(JSON.parse(canonical), null, 2)
  } catch {
    return canonical
  }
}
