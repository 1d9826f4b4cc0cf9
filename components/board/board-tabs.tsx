'use client'

import { useSearchParams } from 'next/navigation'
import { PageLink } from '#components/ui/page-link.tsx'
import { tabLook } from '#components/ui/tab-look.ts'
import { BOARD_TABS, type BoardTab } from '#lib/model/board.ts'
import { BOARD_HREF } from '#lib/wording/href.ts'

const LABELS: Readonly<Record<BoardTab, string>> = { items: 'Eight items', layers: 'Four gate layers' }

/** What the columns are. The rows stay narrowed and ordered as they are; a cell that is open belongs to its own columns. */
export function BoardTabs({ open }: { open: BoardTab }) {
  const search = useSearchParams()

  function hrefOf(tab: BoardTab): string {
    const query = new URLSearchParams(search)
    query.delete('cell')
    query.delete('tab')
    if (tab !== 'items') query.set('tab', tab)
    return query.size === 0 ? BOARD_HREF : `${BOARD_HREF}?${query}`
  }

  return (
    <nav aria-label="Columns" className="mb-3 overflow-x-auto border-border border-b">
      <ul className="flex w-max gap-1 pr-1">
        {BOARD_TABS.map((tab) => (
          <li key={tab}>
            <PageLink href={hrefOf(tab)} aria-current={tab === open ? 'page' : undefined} className={tabLook}>
              {LABELS[tab]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
