import { CodeBlock } from '#components/ui/code-block.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { Reason } from '#lib/model/reason.ts'
import { ReasonReference } from './reason-reference.tsx'

/** Why something has its status, who can move it, what it rests on, and the next command. */
export function ReasonList({
  reasons,
  label,
  gateHref,
}: {
  reasons: readonly Reason[]
  label: string
  /** The address of a gate that a reason rests on. */
  gateHref: (gate: string) => string
}) {
  if (reasons.length === 0) return null
  return (
    <ul aria-label={label} className="divide-y divide-border rounded-control border border-border">
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two reasons may be alike in everything but their position
        <li key={index} className="space-y-2 px-3 py-2.5">
          <p className="text-body">
            <VisibleText text={reason.text} limit={1000} />
          </p>
          <dl className="space-y-1 text-dense">
            {reason.actors.length === 0 ? null : (
              <div className="flex gap-2">
                <dt className="w-28 shrink-0 text-muted">Who can move it</dt>
                <dd className="min-w-0 font-medium">
                  {reason.actors.map((actor, at) => (
                    <span key={actor}>
                      {at === 0 ? null : ', '}
                      <VisibleText text={actor} limit={80} />
                    </span>
                  ))}
                </dd>
              </div>
            )}
            {reason.refs.length === 0 ? null : (
              <div className="flex gap-2">
                <dt className="w-28 shrink-0 text-muted">It rests on</dt>
                <dd className="min-w-0">
                  <ul className="space-y-0.5">
                    {reason.refs.map((reference) => (
                      <li key={reference}>
                        <ReasonReference reference={reference} gateHref={gateHref} />
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            )}
          </dl>
          {reason.next === null ? null : (
            <div className="space-y-1 text-dense">
              <p>
                <span className="text-muted">Next: </span>
                <VisibleText text={reason.next.label} limit={400} />
              </p>
              {reason.next.command === null ? null : <CodeBlock text={reason.next.command} label="Copy the command" />}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
