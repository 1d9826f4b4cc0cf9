'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useLive } from '#lib/client/live.ts'
import { updatesSince } from '#lib/client/live-state.ts'
import { count } from '#lib/wording/count.ts'

/** Says that something was recorded after a list was read. Nothing moves under a reader: the list is read again when that is asked for. */
export function RecordedSince({ sequence, repository }: { sequence: number; repository: string | null }) {
  const router = useRouter()
  const live = useLive()
  const [isPending, startTransition] = useTransition()
  const updates = updatesSince(live, sequence, repository)
  return (
    <div role="status" aria-label="News" className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-dense text-muted print:hidden">
      {updates === 0 ? null : (
        <>
          {count(updates, 'entry', 'entries')} recorded since.
          <Button size="compact" disabled={isPending} onClick={() => startTransition(() => router.refresh())}>
            Show the newest
          </Button>
        </>
      )}
    </div>
  )
}
