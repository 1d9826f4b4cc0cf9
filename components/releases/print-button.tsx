'use client'

import { Printer } from 'lucide-react'
import { useLayoutEffect } from 'react'
import { Button } from '#components/ui/button.tsx'
import { singleKeyActs } from '#lib/client/single-keys.ts'

/** Hands the page to the browser's own printing; `p` does the same. */
export function PrintButton() {
  // Before the page is shown as ready: a key that comes in between would be lost.
  useLayoutEffect(() => {
    function act(event: KeyboardEvent) {
      if (event.key === 'p' && singleKeyActs(event)) window.print()
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [])
  return (
    <Button look="primary" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-4" />
      Print the record
    </Button>
  )
}
