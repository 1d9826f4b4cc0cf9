import { Callout } from './callout.tsx'
import { VisibleText } from './visible-text.tsx'

/** What an endpoint answered instead of doing what was asked: its sentence, the fields at fault, and the request for the log. */
export function Failure({
  title,
  fault,
}: {
  title: string
  fault: {
    readonly detail: string
    readonly errors: readonly { readonly path: string; readonly message: string }[]
    readonly requestId: string | null
  }
}) {
  return (
    <div role="alert">
      <Callout tone="danger" title={title} level={3}>
        <p className="text-dense">
          <VisibleText text={fault.detail} limit={600} />
        </p>
        {fault.errors.length === 0 ? null : (
          <ul className="list-disc pl-5 text-dense">
            {fault.errors.slice(0, 10).map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <VisibleText text={path} limit={80} className="font-mono" /> <VisibleText text={message} limit={300} />
              </li>
            ))}
          </ul>
        )}
        {fault.requestId === null ? null : <p className="text-meta text-muted">Request {fault.requestId}</p>}
      </Callout>
    </div>
  )
}
