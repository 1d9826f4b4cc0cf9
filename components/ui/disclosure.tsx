import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A part that opens in place, without script; what is inside can still be found by the browser's own search. */
export function Disclosure({
  summary,
  open = false,
  className,
  children,
}: {
  summary: ReactNode
  open?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details open={open} className={classNames('group/disclosure', className)}>
      <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-control py-1 pr-2 font-medium text-body hover:bg-hover">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-muted transition-transform duration-[120ms] group-open/disclosure:rotate-90"
        />
        <span className="min-w-0 flex-1">{summary}</span>
      </summary>
      {children}
    </details>
  )
}
