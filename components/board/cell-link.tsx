'use client'

import type { ReactNode } from 'react'
import { boardHref } from '#lib/wording/href.ts'
import type { BoardPlace } from './board-filter.ts'
import { cellId } from './cell-id.ts'

/** A cell as a link to the board with that cell open; a plain press opens it in place. */
export function CellLink({
  domain,
  number,
  of,
  name,
  isOpen,
  onOpen,
  className,
  children,
}: {
  domain: string
  number: number
  of: BoardPlace
  name: string
  isOpen: boolean
  onOpen: (id: string) => void
  className?: string
  children: ReactNode
}) {
  const id = cellId(domain, number)
  return (
    <a
      href={boardHref({ ...of, cell: id })}
      data-n={number}
      aria-label={name}
      aria-current={isOpen ? 'true' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        onOpen(id)
      }}
      className={className}
    >
      {children}
    </a>
  )
}
