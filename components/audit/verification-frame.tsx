import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'

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
      className={`mb-4 flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-l-4 px-4 py-3 ${state === 'broken' || state === 'failed' ? 'border-border border-l-danger-solid' : 'border-border'}`}
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
