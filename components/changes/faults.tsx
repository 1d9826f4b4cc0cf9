import { Callout } from '#components/ui/callout.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { count } from '#lib/wording/count.ts'

const FIRST = 3

/** What could not be read, of the model or of the change: because of it nothing was left out of the plan. */
export function Faults({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  if (errors.length === 0) return null
  return (
    <Callout tone="danger" title={`${count(errors.length, 'error')}: every gate there is runs`}>
      <ul className="space-y-1 text-dense">
        {errors.slice(0, FIRST).map((error, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two diagnostics may be alike in everything but their position
          <li key={index}>
            <PlaceLine place={error} column={error.column} short /> <VisibleText text={error.message} limit={300} />
          </li>
        ))}
      </ul>
      <p className="text-dense">
        What could not be read could hide an owner or a file, so nothing is left out.{' '}
        <a href="#diagnostics" className="text-link hover:underline">
          See every diagnostic
        </a>
      </p>
    </Callout>
  )
}
