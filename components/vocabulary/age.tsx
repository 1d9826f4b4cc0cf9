'use client'

import { useNow } from '#components/ui/use-now.ts'
import { ageOf, momentOf } from '#lib/wording/age.ts'

/** When something was stored, as an age that grows while the page stays open; the exact moment is in the title. */
export function Age({ at, now }: { at: string; now: number }) {
  const moment = Date.parse(at)
  const current = useNow(now)
  return (
    <time dateTime={at} title={momentOf(moment)} className="whitespace-nowrap">
      {ageOf(moment, current)}
    </time>
  )
}
