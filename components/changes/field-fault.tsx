import { VisibleText } from '#components/ui/visible-text.tsx'
import { faultOf } from '#lib/client/request.ts'
import type { Draft } from './read-draft.ts'

/** What both fields of the plan explorer are given. */
export interface FieldProps {
  readonly draft: Draft
  readonly edit: (part: Partial<Draft>) => void
  /** What the browser found wrong. */
  readonly fault: string | null
  /** What the server answered instead of a plan. */
  readonly failure: unknown
}

/**
 * What is wrong with a field, as it stands next to it; null when nothing is. Called and not rendered, because a field
 * must know whether there is anything to point to.
 */
export function fieldFault({ fault, failure }: Pick<FieldProps, 'fault' | 'failure'>) {
  if (fault !== null) return <VisibleText text={fault} limit={400} />
  if (failure === null || failure === undefined) return null
  const { detail, errors, requestId } = faultOf(failure)
  return (
    <>
      <VisibleText text={detail} limit={600} />
      {errors.length > 0 ? (
        <ul className="mt-1 list-disc pl-5 font-normal">
          {errors.slice(0, 10).map((error) => (
            <li key={`${error.path} ${error.message}`}>
              <VisibleText text={error.path} limit={80} className="font-mono" /> <VisibleText text={error.message} limit={300} />
            </li>
          ))}
        </ul>
      ) : null}
      {requestId === null ? null : <span className="mt-1 block font-normal text-meta text-muted">Request {requestId}</span>}
    </>
  )
}
