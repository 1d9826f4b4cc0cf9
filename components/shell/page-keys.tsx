'use client'

import { useRouter } from 'next/navigation'
import { useLayoutEffect } from 'react'
import { asRoute } from '#components/ui/as-route.ts'
import { singleKeyActs } from '#lib/client/single-keys.ts'

/** Single keys of a page that lead somewhere, by the address each leads to. They are off in fields, in dialogs, and for whoever has switched them off. */
export function PageKeys({ keys }: { keys: Readonly<Record<string, string>> }) {
  const router = useRouter()
  // Before the page is shown as ready: a key that comes in between would be lost.
  useLayoutEffect(() => {
    function act(event: KeyboardEvent) {
      const href = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
      if (href !== undefined && singleKeyActs(event)) router.push(asRoute(href))
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [router, keys])
  return null
}
