'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { goTo } from './go-to.ts'

/**
 * A link to a page of the product, by an address that `lib/wording/href.ts` made. Nothing is fetched before it is pressed: every page is
 * judged when it is asked for, and a board has hundreds of links. `scroll={false}` leaves the window where it is.
 */
export function PageLink({ href, scroll = true, onClick, ...rest }: ComponentProps<'a'> & { href: string; scroll?: boolean }) {
  function go(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(href, { scroll })
  }

  return <a href={href} onClick={go} {...rest} />
}
