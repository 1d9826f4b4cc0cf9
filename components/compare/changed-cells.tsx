'use client'

import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import type { BoardTab } from '#lib/model/board.ts'
import type { CellChange } from '#lib/model/comparison.ts'
import { BOARD_COLUMNS } from '#lib/wording/board-columns.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { DIRECTION_WORDING } from '#lib/wording/direction.ts'
import { boardHref, type OfRepository } from '#lib/wording/href.ts'
import { Face } from './face.tsx'
import { type Listed, MoreThanListed } from './more-than-listed.tsx'

/** The cells of the board that are not the same, worse first; each side leads to that cell with its reasons. */
export function ChangedCells({
  title,
  tab,
  listed,
  base,
  head,
  of,
}: {
  title: string
  tab: BoardTab
  listed: Listed<CellChange>
  base: string
  head: string
  of: OfRepository
}) {
  const columns = BOARD_COLUMNS[tab]
  return (
    <Section id={`changed-${tab}`} title={title} count={groupDigits(listed.amount)}>
      {listed.amount === 0 ? (
        <p className="text-body text-muted">All stand the same.</p>
      ) : (
        <>
          <DataTable label={title}>
            <thead>
              <tr>
                <HeadCell>Domain</HeadCell>
                <HeadCell>{tab === 'items' ? 'Point' : 'Layer'}</HeadCell>
                <HeadCell>Change</HeadCell>
                <HeadCell>On {shortContent(base)}</HeadCell>
                <HeadCell>On {shortContent(head)}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {listed.changes.map(({ domain, title: name, number, before, after, direction }) => {
                const cell = `${domain}.${number}`
                return (
                  <tr key={cell}>
                    <RowHead className="font-medium">
                      <VisibleText text={name} limit={60} />
                    </RowHead>
                    <Cell className="whitespace-nowrap">
                      {number} {columns[number - 1]?.label}
                    </Cell>
                    <Cell className={direction === 'worse' ? 'font-semibold' : 'text-muted'}>{DIRECTION_WORDING[direction].label}</Cell>
                    {[
                      { side: base, face: before },
                      { side: head, face: after },
                    ].map(({ side, face }) => (
                      <Cell key={face === before ? 'before' : 'after'}>
                        <PageLink href={boardHref({ ...of, commit: side, tab, cell })} className="inline-block text-text no-underline">
                          <Face status={face.status} overlays={face.overlays} note={face.note} />
                        </PageLink>
                      </Cell>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </DataTable>
          <MoreThanListed {...listed} />
        </>
      )}
    </Section>
  )
}
