'use client'

import { Download } from 'lucide-react'
import { buttonLook } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { planEndpoint } from '#lib/client/plans.ts'

/** Ways to take the plan elsewhere. The link is the page as it stands, with the open gate and the filter. */
export function PlanExports({ id, command, markdown }: { id: string; command: string; markdown: string }) {
  return (
    <div className="flex flex-wrap gap-2">
      <CopyButton look="secondary" size="compact" text={() => window.location.href} label="Copy link">
        Copy link
      </CopyButton>
      <CopyButton look="secondary" size="compact" text={command} label="Copy command">
        Copy command
      </CopyButton>
      <CopyButton
        look="secondary"
        size="compact"
        text={() => markdown.replace('](/', `](${window.location.origin}/`)}
        label="Copy Markdown"
      >
        Copy Markdown
      </CopyButton>
      <a href={planEndpoint(id)} download={`plan-${id}.json`} className={buttonLook('secondary', 'compact')}>
        <Download aria-hidden="true" className="size-3.5" />
        Download JSON
      </a>
    </div>
  )
}
