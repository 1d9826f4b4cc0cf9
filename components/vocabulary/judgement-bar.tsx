'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode, RefObject } from 'react'
import { Button } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { useNow } from '#components/ui/use-now.ts'
import type { LiveState } from '#lib/client/live-state.ts'
import { ageOf, momentOf } from '#lib/wording/age.ts'

/** A judgement that is shown, and what is known since. */
export interface ShownJudgement {
  /** ISO moment of the judgement. */
  readonly at: string
  /** How much of the history it knows of. */
  readonly sequence: number
  readonly now: number
  readonly live: LiveState
  /** Where it is shown. */
  readonly region: RefObject<HTMLElement | null>
  /** When a pointer last moved over the region, in milliseconds. */
  readonly pointerAt: RefObject<number>
}

/** Whether nothing was heard of the server for so long that what is shown may not be current. */
export function isUnconfirmed({ connection }: LiveState): boolean {
  return connection === 'unconfirmed' || connection === 'paused'
}

/** Says below a judgement when it was made, and how to have it made again. */
export function JudgementBar({
  at,
  current,
  live,
  isHeld = false,
  news,
  onAgain,
}: Pick<ShownJudgement, 'at' | 'live'> & {
  current: number
  /** Something newer waits for whoever works in the page. */
  isHeld?: boolean
  news?: ReactNode
  onAgain: () => void
}) {
  const moment = Date.parse(at)
  const isDoubted = isUnconfirmed(live)
  return (
    <div
      className={classNames(
        'sticky bottom-0 z-20 mt-3 flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-border border-t bg-page py-1.5 text-dense print:static print:border-0',
        isDoubted ? 'font-medium text-caution-fg' : 'text-muted',
      )}
    >
      <span>
        {isDoubted ? 'Not confirmed: judged ' : 'Judged '}
        <time dateTime={at} title={momentOf(moment)}>
          {isDoubted || isHeld ? `at ${momentOf(moment)}` : ageOf(moment, current)}
        </time>
      </span>
      {news}
      <Button size="compact" look={isHeld ? 'primary' : 'ghost'} onClick={onAgain} className="print:hidden">
        {isHeld ? 'Apply' : 'Judge again'}
      </Button>
    </div>
  )
}

/** The bar before the part is there that renews the judgement by itself. */
export function PlainJudgementBar({ at, now, live }: ShownJudgement) {
  const router = useRouter()
  const current = useNow(now)
  if (live.connection === 'gone') return <p className="font-medium text-danger-fg">Not renewed: the server does not answer.</p>
  return <JudgementBar at={at} current={current} live={live} onAgain={() => router.refresh()} />
}
