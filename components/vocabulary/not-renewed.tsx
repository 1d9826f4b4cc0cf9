import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { askServer } from '#lib/client/start-listening.ts'
import { ageOf, momentOf } from '#lib/wording/age.ts'
import type { ShownJudgement } from './judgement-bar.tsx'

/** Stands instead of a judgement while the server or its database does not answer. */
export function NotRenewed({ live, at, current }: Pick<ShownJudgement, 'live' | 'at'> & { current: number }) {
  const moment = Date.parse(at)
  return (
    <Callout tone="danger" title={`Not renewed: this was judged ${ageOf(moment, current)}, at ${momentOf(moment)}`}>
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
