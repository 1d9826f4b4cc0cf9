import { ArrowRight } from 'lucide-react'
import { Code } from '#components/ui/code.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { FileOwner } from '#lib/model/gate-plan.ts'
import { PlaceLine } from './place-line.tsx'

/** An owner and the row that says so: pattern → domain, then the map's file and line. */
export function OwnerLine({ owner, short = false }: { owner: FileOwner; short?: boolean }) {
  return (
    <span className="block">
      <span className="flex flex-wrap items-baseline gap-x-1.5">
        <Code>
          <VisibleText text={owner.pattern} limit={160} />
        </Code>
        <span className="inline-flex items-baseline gap-1.5 font-medium">
          <ArrowRight aria-label="gives it to" role="img" className="size-3.5 shrink-0 self-center text-muted" />
          <VisibleText text={owner.domain} limit={80} />
        </span>
      </span>
      <span className="block text-meta text-muted">
        <PlaceLine place={owner} short={short} />
      </span>
    </span>
  )
}
