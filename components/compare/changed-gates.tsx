'use client'

import type { ReactNode } from 'react'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import type { GateChange, GateFace, SkipFate } from '#lib/model/comparison.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { DEBT_KIND_WORDING } from '#lib/wording/debt-kind.ts'
import { gateHref, type OfRepository } from '#lib/wording/href.ts'
import { Face } from './face.tsx'
import { type Listed, MoreThanListed } from './more-than-listed.tsx'

const FATES: Readonly<Record<SkipFate, string>> = {
  added: 'Skipped since',
  repaid: 'Repaid: it has run and passed',
  gone: 'No longer skipped, and not passed',
}

/** What was shown of the gates: evidence lost and gained, skips, debt, and what is needed for one of the two only. */
export function ChangedGates({
  evidenceLost,
  evidenceGained,
  skips,
  debt,
  needed,
  ...sides
}: {
  evidenceLost: Listed<GateChange>
  evidenceGained: Listed<GateChange>
  skips: Listed<GateChange & { readonly fate: SkipFate }>
  debt: Listed<GateChange>
  needed: Listed<GateChange>
  base: string
  head: string
  of: OfRepository
}) {
  return (
    <>
      <Gates
        {...sides}
        id="evidence-lost"
        title="Evidence lost"
        listed={evidenceLost}
        none="Every gate that was shown before is shown again."
      />
      <Gates
        {...sides}
        id="evidence-gained"
        title="Evidence gained"
        listed={evidenceGained}
        none="No gate is shown that was not shown before."
      />
      <Gates
        {...sides}
        id="skips"
        title="Skips added and repaid"
        listed={skips}
        none="The same gates are skipped."
        note={({ fate }) => FATES[fate]}
        noteLabel="What became of it"
      />
      <Gates
        {...sides}
        id="debt"
        title="Debt"
        listed={debt}
        none="The same debt is owed."
        note={({ before, after }) => `${owed(before)} before, ${owed(after)} after`}
        noteLabel="Owed"
      />
      <Gates {...sides} id="needed" title="Needed for one of them only" listed={needed} none="The same gates are needed." />
    </>
  )
}

function owed({ debt }: GateFace): string {
  return debt.length === 0 ? 'nothing' : debt.map((kind) => DEBT_KIND_WORDING[kind].label.toLowerCase()).join(', ')
}

function Gates<Change extends GateChange>({
  id,
  title,
  listed,
  none,
  base,
  head,
  of,
  note,
  noteLabel,
}: {
  id: string
  title: string
  listed: Listed<Change>
  /** What is said when there is none. */
  none: string
  base: string
  head: string
  of: OfRepository
  note?: (change: Change) => ReactNode
  noteLabel?: string
}) {
  return (
    <Section id={id} title={title} count={groupDigits(listed.amount)}>
      {listed.amount === 0 ? (
        <p className="text-body text-muted">{none}</p>
      ) : (
        <>
          <DataTable label={title}>
            <thead>
              <tr>
                <HeadCell>Gate</HeadCell>
                <HeadCell>On {shortContent(base)}</HeadCell>
                <HeadCell>On {shortContent(head)}</HeadCell>
                {note === undefined ? null : <HeadCell>{noteLabel}</HeadCell>}
              </tr>
            </thead>
            <tbody>
              {listed.changes.map((change) => (
                <tr key={change.gate}>
                  <RowHead className="font-mono">
                    {change.domain === null ? (
                      <VisibleText text={change.gate} limit={120} />
                    ) : (
                      <PageLink href={gateHref(change.gate, change.domain, { ...of, commit: head })} className="text-link hover:underline">
                        <VisibleText text={change.gate} limit={120} />
                      </PageLink>
                    )}
                  </RowHead>
                  <Cell>
                    <Seen face={change.before} />
                  </Cell>
                  <Cell>
                    <Seen face={change.after} />
                  </Cell>
                  {note === undefined ? null : <Cell>{note(change)}</Cell>}
                </tr>
              ))}
            </tbody>
          </DataTable>
          <MoreThanListed {...listed} />
        </>
      )}
    </Section>
  )
}

function Seen({ face }: { face: GateFace }) {
  return (
    <Face
      status={face.status}
      overlays={face.overlays}
      note={face.evidence === 0 ? 'no evidence' : `${count(face.evidence, 'piece')} of evidence`}
    />
  )
}
