'use client'

import { useSearchParams } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { useNow } from '#components/ui/use-now.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { useLive } from '#lib/client/live.ts'
import { type LiveState, updatesSince } from '#lib/client/live-state.ts'
import { askServer } from '#lib/client/start-listening.ts'
import { ageOf, momentOf } from '#lib/wording/age.ts'
import { count } from '#lib/wording/count.ts'
import { useChangedCells } from './use-changed-cells.ts'
import { useRenewal } from './use-renewal.ts'

interface Judged {
  /** ISO moment of the judgement. */
  readonly at: string
  /** How much of the history it knows of. */
  readonly sequence: number
  readonly now: number
  readonly children: ReactNode
}

/**
 * Shows what was judged at a moment, and how old that is. What is recorded meanwhile is judged anew at once, but never under the eyes of
 * somebody who works in it: then it is offered. What could not be confirmed for a while has no colours; while the server or its database
 * does not answer nothing is shown, for nothing could be said to be current.
 */
export function JudgedNow({ at, sequence, now, children }: Judged) {
  const live = useLive()
  const repository = useSearchParams().get('repository')
  const [seen, setSeen] = useState({ at, since: now })
  // By the browser's own clock, which may differ from the database's.
  if (seen.at !== at) setSeen({ at, since: Date.now() })
  const region = useRef<HTMLDivElement>(null)
  const current = useNow(now)
  const updates = updatesSince(live, sequence, repository)
  const { isRenewing, isHeld, renew, onPointerMove } = useRenewal({ live, region, updates, at, since: seen.since, current })
  useChangedCells(region, at)
  const moment = Date.parse(at)

  if (live.connection === 'gone') return <NotRenewed live={live} moment={moment} now={current} />
  const isUnconfirmed = live.connection === 'unconfirmed' || live.connection === 'paused'
  return (
    <>
      <div ref={region} onPointerMove={onPointerMove} className={classNames(isUnconfirmed && 'grayscale')}>
        {children}
      </div>
      <div
        className={classNames(
          'sticky bottom-0 z-20 mt-3 flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-border border-t bg-page py-1.5 text-dense print:static print:border-0',
          isUnconfirmed ? 'font-medium text-caution-fg' : 'text-muted',
        )}
      >
        <span>
          {isUnconfirmed ? 'Not confirmed: judged ' : 'Judged '}
          <time dateTime={at} title={momentOf(moment)}>
            {isUnconfirmed || isHeld ? `at ${momentOf(moment)}` : ageOf(moment, current)}
          </time>
        </span>
        {isRenewing ? <span>Judging again…</span> : isHeld ? <span className="font-medium text-text">{waiting(updates)}</span> : null}
        <Button size="compact" look={isHeld ? 'primary' : 'ghost'} onClick={renew} className="print:hidden">
          {isHeld ? 'Apply' : 'Judge again'}
        </Button>
      </div>
    </>
  )
}

function waiting(updates: number): string {
  return updates === 0 ? 'Ages and deadlines may have passed since' : `${count(updates, 'update')} since`
}

function NotRenewed({ live, moment, now }: { live: LiveState; moment: number; now: number }) {
  return (
    <Callout tone="danger" title={`Not renewed: this was judged ${ageOf(moment, now)}, at ${momentOf(moment)}`}>
      <p className="text-dense">
        Nothing of it is shown, because nothing could be said to be current.{' '}
        <span className="text-muted">
          <VisibleText text={live.fault?.detail ?? 'The server does not answer.'} limit={400} />
          {live.fault?.requestId == null ? null : ` Request ${live.fault.requestId}`}
        </span>
      </p>
      <p className="text-dense text-muted">The server is asked every few seconds; the page comes back by itself.</p>
      <Button onClick={askServer}>Ask again</Button>
    </Callout>
  )
}
