'use client'

import { type ReactNode, useRef } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import { lazily } from '#components/ui/lazily.tsx'
import { useLive } from '#lib/client/live.ts'
import { isUnconfirmed, PlainJudgementBar, type ShownJudgement } from './judgement-bar.tsx'

const RenewingBar = lazily(
  () =>
    import('./renewing-bar.tsx').then(
      (file) => file.RenewingBar,
      () => PlainJudgementBar,
    ),
  PlainJudgementBar,
)

/**
 * Shows what was judged at a moment, and how old that is. What is recorded meanwhile is judged anew at once, but never under the eyes of
 * somebody who works in it: then it is offered. What could not be confirmed for a while has no colours; while the server or its database
 * does not answer nothing is shown, for nothing could be said to be current.
 */
export function JudgedNow({ children, ...of }: Pick<ShownJudgement, 'at' | 'sequence' | 'now'> & { children: ReactNode }) {
  const live = useLive()
  const region = useRef<HTMLDivElement>(null)
  const pointerAt = useRef(0)
  return (
    <>
      {live.connection === 'gone' ? null : (
        <div
          ref={region}
          onPointerMove={() => {
            pointerAt.current = Date.now()
          }}
          className={classNames(isUnconfirmed(live) && 'grayscale')}
        >
          {children}
        </div>
      )}
      <RenewingBar {...of} live={live} region={region} pointerAt={pointerAt} />
    </>
  )
}
