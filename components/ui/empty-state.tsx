import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** Nothing here yet: why, and exactly what fills it. */
export function EmptyState({
  title,
  level = 2,
  className,
  children,
}: {
  title: string
  level?: 2 | 3
  className?: string
  children: ReactNode
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={classNames('rounded-card border border-border border-dashed px-5 py-6', className)}>
      <div className="max-w-2xl space-y-3">
        <Heading className="font-semibold text-section">{title}</Heading>
        {children}
      </div>
    </div>
  )
}
