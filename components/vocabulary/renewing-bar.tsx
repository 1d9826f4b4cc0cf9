'use client'

import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useNow } from '#components/ui/use-now.ts'
import { updatesSince } from '#lib/client/live-state.ts'
import { count } from '#lib/wording/count.ts'
import { JudgementBar, type ShownJudgement } from './judgement-bar.tsx'
import { NotRenewed } from './not-renewed.tsx'
import { useChangedCells } from './use-changed-cells.ts'
import { useRenewal } from './use-renewal.ts'

/** The bar below a judgement that has it made anew when something was recorded, and what stands instead of both when it cannot be. */
export function RenewingBar({ at, sequence, now, live, region, pointerAt }: ShownJudgement) {
  const repository = useSearchParams().get('repository')
  const [seen, setSeen] = useState({ at, since: now })
  // By the browser's own clock, which may differ from the database's.
  if (seen.at !== at) setSeen({ at, since: Date.now() })
  const current = useNow(now)
  const updates = updatesSince(live, sequence, repository)
  const { isRenewing, isHeld, renew } = useRenewal({ live, region, pointerAt, updates, at, since: seen.since, current })
  useChangedCells(region, at)

  if (live.connection === 'gone') return <NotRenewed at={at} current={current} live={live} />
  return (
    <JudgementBar
      at={at}
      current={current}
      live={live}
      isHeld={isHeld}
      news={isRenewing ? <span>Judging again…</span> : isHeld ? <span className="font-medium text-text">{waiting(updates)}</span> : null}
      onAgain={renew}
    />
  )
}

function waiting(updates: number): string {
  return updates === 0 ? 'Ages and deadlines may have passed since' : `${count(updates, 'update')} since`
}
