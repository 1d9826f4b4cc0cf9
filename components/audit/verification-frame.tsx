import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'

/** What is known of the audit chain. */
export type VerificationState = 'running' | 'failed' | 'whole' | 'broken'

/** Where it is said whether the audit chain holds, with the button that asks again. */
export function VerificationFrame({
  state,
  onAgain,
  children,
}: {
  state: VerificationState
  /** Null before anything can be asked. */
  onAgain: (() => void) | null
  children: ReactNode
}) {
  return (
    <section
      aria-label="Verification of the chain"
      data-state={state}
      className={classNames(
        'mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-border border-l-4 px-4 py-3',
        // About as high as what it will say, so that nothing below moves far when it is said.
        state === 'running' ? 'min-h-96 sm:min-h-36' : 'min-h-16',
        (state === 'broken' || state === 'failed') && 'border-l-danger-solid',
      )}
    >
      <div role="status" className="min-w-0 flex-1 basis-72 text-body">
        {children}
      </div>
      <Button size="compact" disabled={state === 'running'} onClick={onAgain ?? undefined}>
        Verify again
      </Button>
    </section>
  )
}

export function Verifying() {
  return (
    <span className="inline-flex items-center gap-2 text-muted">
      <LoaderCircle aria-hidden="true" className="size-4 motion-safe:animate-spin" />
      Verifying every entry, from the first…
    </span>
  )
}
