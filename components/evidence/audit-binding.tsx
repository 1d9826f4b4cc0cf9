import { OctagonX, ShieldCheck } from 'lucide-react'
import { Chip } from '#components/ui/chip.tsx'
import { Fact } from '#components/ui/fact-list.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import type { AuditEntry } from '#lib/model/audit.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { auditEntryHref } from '#lib/wording/href.ts'

/** An entry of the audit chain that speaks of evidence, and whether it fits. */
export interface ShownEntry {
  readonly entry: Pick<AuditEntry, 'sequence' | 'hash'>
  readonly fault: string | null
  /** Whether the evidence is to the letter what the entry says; left out for an entry that does not say. */
  readonly bound?: boolean
}

/** The entry by which something was written down, with its hash, and what does not fit. */
export function AuditBinding({ name, shown }: { name: string; shown: ShownEntry | null }) {
  return (
    <Fact name={name}>
      {shown === null ? (
        <Chip tone="danger" icon={OctagonX}>
          The audit chain has no entry of it
        </Chip>
      ) : (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <PageLink href={auditEntryHref(shown.entry.sequence)} className="inline-block min-h-6 py-0.5 text-link underline">
            entry {groupDigits(shown.entry.sequence)}
          </PageLink>
          <FullHash text={shown.entry.hash} label="Copy hash" />
          <Fit shown={shown} />
        </span>
      )}
    </Fact>
  )
}

function Fit({ shown: { fault, bound } }: { shown: ShownEntry }) {
  if (fault !== null) {
    return (
      <Chip tone="danger" icon={OctagonX} className="whitespace-normal">
        <VisibleText text={fault} limit={200} />
      </Chip>
    )
  }
  if (bound === undefined) return null
  return bound ? (
    <Chip
      tone="neutral"
      icon={ShieldCheck}
      title="Its SHA-256 is the one the entry has. Whether the chain holds as a whole is verified on the audit page."
    >
      bound to the letter
    </Chip>
  ) : (
    <Chip tone="danger" icon={OctagonX}>
      not what the entry says: it was changed since
    </Chip>
  )
}
