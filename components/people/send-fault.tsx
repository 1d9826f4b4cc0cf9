import { VisibleText } from '#components/ui/visible-text.tsx'
import { faultOf } from '#lib/client/request.ts'

/** Why what was sent was not done; nothing while it was, or has not been sent. */
export function SendFault({ failure }: { failure: unknown }) {
  if (failure === null) return null
  const { detail, requestId } = faultOf(failure)
  return (
    <p role="alert" className="font-medium text-danger-fg text-dense">
      <VisibleText text={detail} limit={600} />
      {requestId === null ? null : <span className="block font-normal text-meta text-muted">Request {requestId}</span>}
    </p>
  )
}
