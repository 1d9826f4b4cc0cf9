'use client'

import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Code } from '#components/ui/code.tsx'

/** A page that failed: what is known of it, and another try. */
export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
  return (
    <div className="max-w-3xl">
      <Callout tone="danger" title="This page failed">
        <p className="text-dense">The fault is on the server’s side, and its log has the details. Nothing was stored or changed by it.</p>
        {digest === null ? null : (
          <p className="text-dense text-muted">
            Request <Code>{digest}</Code>
          </p>
        )}
        <Button onClick={retry}>Try again</Button>
      </Callout>
    </div>
  )
}
