'use client'

import { Printer } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'
import { singleKeyActs, useKeys } from '#lib/client/single-keys.ts'

/** Hands the page to the browser's own printing; `p` does the same. */
export function PrintButton() {
  useKeys((event) => {
    if (event.key === 'p' && singleKeyActs(event)) window.print()
  })
  return (
    <Button look="primary" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-4" />
      Print the record
    </Button>
  )
}
