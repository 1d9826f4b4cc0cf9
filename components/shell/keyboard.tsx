'use client'

import { useRef } from 'react'
import { goTo } from '#components/ui/go-to.ts'
import { singleKeyActs, useKeys } from '#lib/client/single-keys.ts'
import { inRepository, NEW_CHANGE_HREF } from '#lib/wording/href.ts'
import { NAVIGATION } from './navigation.ts'

/** How long `g` waits for its second letter, in milliseconds. */
const SEQUENCE = 1500

const GO_TO = new Map([...NAVIGATION.map((entry) => [entry.key, entry.href] as const), ['n', NEW_CHANGE_HREF] as const])

/** The keys that work on every page. Single letters never fire in a field or an open dialog, and can be switched off. */
export function Keyboard({ onSearch, onHelp }: { onSearch: () => void; onHelp: () => void }) {
  const goUntil = useRef(0)

  useKeys((event) => {
    if (event.defaultPrevented || event.isComposing) return
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      onSearch()
      return
    }
    if (!singleKeyActs(event)) return

    const going = event.timeStamp < goUntil.current
    goUntil.current = 0
    const href = going ? GO_TO.get(event.key) : undefined
    if (href !== undefined) {
      // The second letter of a sequence is no key of the page.
      event.preventDefault()
      goTo(inRepository(href, new URLSearchParams(window.location.search).get('repository')))
    } else if (event.key === 'g') goUntil.current = event.timeStamp + SEQUENCE
    else if (event.key === '?') onHelp()
    else if (event.key === '/') focusSearch(event)
  })

  return null
}

function focusSearch(event: KeyboardEvent) {
  const field = document.querySelector<HTMLInputElement>('[data-search-field]')
  if (field === null) return
  event.preventDefault()
  field.focus()
  field.select()
}
