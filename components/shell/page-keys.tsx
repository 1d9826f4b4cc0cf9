'use client'

import { goTo } from '#components/ui/go-to.ts'
import { singleKeyActs, useKeys } from '#lib/client/single-keys.ts'

/** Single keys of a page that lead somewhere, by the address each leads to. They are off in fields, in dialogs, and for whoever has switched them off. */
export function PageKeys({ keys }: { keys: Readonly<Record<string, string>> }) {
  useKeys((event) => {
    const href = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (href !== undefined && singleKeyActs(event)) goTo(href)
  })
  return null
}
