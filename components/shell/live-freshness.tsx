'use client'

import { CircleCheck, CircleDashed, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useNow } from '#components/ui/use-now.ts'
import { useLive } from '#lib/client/live.ts'
import { FreshnessLine } from './freshness-line.tsx'
import { announcement, type FreshnessTone, freshnessText } from './freshness-text.ts'

const LOOKS: Readonly<Record<FreshnessTone, { readonly icon: LucideIcon; readonly look: string }>> = {
  good: { icon: CircleCheck, look: 'text-muted' },
  quiet: { icon: CircleDashed, look: 'text-muted' },
  caution: { icon: TriangleAlert, look: 'font-medium text-caution-fg' },
  danger: { icon: OctagonX, look: 'font-medium text-danger-fg' },
}

/** Nobody is spoken to more often. */
const READ_OUT_EVERY_MS = 10_000

/** How current the pages are, drawn again whenever that changes, and read out now and then. */
export function LiveFreshness({ now }: { now: number }) {
  const live = useLive()
  const current = useNow(now)
  const text = freshnessText(live, current)
  const { icon, look } = LOOKS[text.tone]
  return (
    <FreshnessLine {...text} icon={icon} look={look}>
      <ReadOut />
    </FreshnessLine>
  )
}

/** The one polite voice: what has changed, at most every ten seconds. */
function ReadOut() {
  const live = useLive()
  const said = useRef(live)
  const saidAt = useRef(0)
  const [text, setText] = useState('')
  useEffect(() => {
    if (said.current.head === null) said.current = live
    const next = announcement(said.current, live)
    if (next === null) {
      if (live.connection !== 'unconfirmed') said.current = { ...said.current, connection: live.connection }
      return
    }
    const timer = setTimeout(
      () => {
        said.current = live
        saidAt.current = Date.now()
        setText(next)
      },
      Math.max(0, saidAt.current + READ_OUT_EVERY_MS - Date.now()),
    )
    return () => clearTimeout(timer)
  }, [live])
  return (
    <span aria-live="polite" className="sr-only">
      {text}
    </span>
  )
}
