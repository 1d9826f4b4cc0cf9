'use client'

import { type ReactNode, useRef } from 'react'
import { singleKeyActs, useKeys } from '#lib/client/single-keys.ts'

/** A list whose rows have a link marked `data-row`: `j` and `k` go from one to the next, from outside to the first or last. */
export function RowKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)

  useKeys((event) => {
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
    if (step === 0 || !singleKeyActs(event)) return
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].filter((link) => link.offsetParent !== null)
    const at = document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1
    const to = at < 0 ? links.at(step > 0 ? 0 : -1) : links[at + step]
    if (to === undefined) return
    event.preventDefault()
    to.focus()
  })

  return <div ref={list}>{children}</div>
}
