import type { ReactNode } from 'react'

/** A part of a page with its heading, which the address can name. */
export function Section({
  id,
  title,
  count,
  aside,
  children,
}: {
  id: string
  title: string
  count?: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="mt-8">
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="scroll-mt-16 font-semibold text-section">
          {title}
          {count === undefined ? null : <span className="ml-2 font-normal text-body text-muted">{count}</span>}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
