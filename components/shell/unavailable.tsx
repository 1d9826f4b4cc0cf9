import { Callout } from '#components/ui/callout.tsx'
import { Code } from '#components/ui/code.tsx'
import { RetryButton } from './retry-button.tsx'

/** Stands in place of everything that would have to be current and cannot be. */
export function Unavailable({ requestId }: { requestId: string }) {
  return (
    <div className="max-w-3xl">
      <Callout tone="danger" title="The database does not answer">
        <p className="text-dense">
          Nothing is shown here, because nothing could be said to be current. What is stored is not lost; the page works again when the
          database does.
        </p>
        <p className="text-dense text-muted">
          Request <Code>{requestId}</Code>
        </p>
        <RetryButton />
      </Callout>
    </div>
  )
}
