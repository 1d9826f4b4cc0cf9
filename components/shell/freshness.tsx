'use client'

import { CircleDashed } from 'lucide-react'
import { useEffect } from 'react'
import { lazily } from '#components/ui/lazily.tsx'
import { listenToServer } from '#lib/client/start-listening.ts'
import { CONNECTING, FreshnessLine } from './freshness-line.tsx'

const LiveFreshness = lazily(
  () =>
    import('./live-freshness.tsx').then(
      (file) => file.LiveFreshness,
      () => NothingHeard,
    ),
  NothingHeard,
)

/** How current the pages are, in the bar above them. Listens to the server for all of them. */
export function Freshness({ now }: { now: number }) {
  useEffect(listenToServer, [])
  return <LiveFreshness now={now} />
}

/** With the place where changes are read out: a dialog that opens before leaves only what has one within reach of whoever hears the page. */
function NothingHeard() {
  return (
    <FreshnessLine {...CONNECTING} icon={CircleDashed} look="text-muted">
      <span aria-live="polite" className="sr-only" />
    </FreshnessLine>
  )
}
