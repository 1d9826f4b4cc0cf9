'use client'

import { RotateCw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useLive } from '#lib/client/live.ts'
import { isConfirmed } from '#lib/client/live-state.ts'

/** Asks the server for the page again; by itself when the server is back after it was gone. */
export function RetryButton() {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const live = useLive()
  const confirmed = isConfirmed(live)
  const wasGone = useRef(false)
  useEffect(() => {
    if (live.connection === 'gone') wasGone.current = true
    else if (confirmed && wasGone.current) {
      wasGone.current = false
      startTransition(() => router.refresh())
    }
  }, [live.connection, confirmed, router])
  return (
    <Button onClick={() => startTransition(() => router.refresh())} aria-disabled={isPending}>
      <RotateCw aria-hidden="true" className="size-3.5" />
      {isPending ? 'Asking…' : 'Try again'}
    </Button>
  )
}
