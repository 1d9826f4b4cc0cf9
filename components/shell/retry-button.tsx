'use client'

import { RotateCw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'

/** Asks the server for the page again. */
export function RetryButton() {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  return (
    <Button onClick={() => startTransition(() => router.refresh())} aria-disabled={isPending}>
      <RotateCw aria-hidden="true" className="size-3.5" />
      {isPending ? 'Asking…' : 'Try again'}
    </Button>
  )
}
