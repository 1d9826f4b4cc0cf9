'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type ReactNode, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { useNow } from '#components/ui/use-now.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { historyHeadQuery } from '#lib/client/history.ts'
import { Queries } from '#lib/client/queries.tsx'
import { faultOf } from '#lib/client/request.ts'
import { ageOf, momentOf } from '#lib/wording/age.ts'

/** Deadlines and ages pass even when nothing is recorded. */
const OLD = 5 * 60_000

interface Judged {
  /** ISO moment of the judgement. */
  readonly at: string
  /** How much of the history it knows of. */
  readonly sequence: number
  readonly now: number
  readonly children: ReactNode
}

/**
 * Shows what was judged at a moment, and how old that is. Something newer is offered and never put under a reader's eyes. While the server
 * or its database does not answer nothing is shown, for nothing could be said to be current.
 */
export function JudgedNow(judged: Judged) {
  return (
    <Queries>
      <Watched {...judged} />
    </Queries>
  )
}

function Watched({ at, sequence, now, children }: Judged) {
  const router = useRouter()
  const [isRenewing, startTransition] = useTransition()
  const { data, isError, error, refetch } = useQuery(historyHeadQuery)
  const moment = Date.parse(at)
  const current = useNow(now)
  const isNewer = data !== undefined && data > sequence
  const isOld = current - moment > OLD
  const renew = () => startTransition(() => router.refresh())

  if (isError) {
    return (
      <Callout tone="danger" title={`Not renewed: this was judged ${ageOf(moment, current)}, at ${momentOf(moment)}`}>
        <p className="text-dense">
          Nothing of it is shown, because nothing could be said to be current.{' '}
          <span className="text-muted">
            <VisibleText text={faultOf(error).detail} limit={400} />
            {faultOf(error).requestId === null ? null : ` Request ${faultOf(error).requestId}`}
          </span>
        </p>
        <Button
          onClick={() => {
            void refetch()
            renew()
          }}
        >
          Ask again
        </Button>
      </Callout>
    )
  }
  return (
    <>
      {children}
      <div className="mt-3 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-dense text-muted">
        <span>
          Judged{' '}
          <time dateTime={at} title={momentOf(moment)}>
            {ageOf(moment, current)}
          </time>
        </span>
        <span role="status">
          {isRenewing
            ? 'Judging again…'
            : isNewer
              ? 'Something was recorded since.'
              : isOld
                ? 'Ages and deadlines may have passed since.'
                : null}
        </span>
        <Button size="compact" look={isNewer || isOld ? 'secondary' : 'ghost'} onClick={renew}>
          Judge again
        </Button>
      </div>
    </>
  )
}
