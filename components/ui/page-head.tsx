import type { ReactNode } from 'react'

/** The head of a page: where it stands, its title, a line about it, and what can be done with it. */
export function PageHead({
  trail,
  title,
  about,
  actions,
}: {
  trail?: ReactNode
  title: ReactNode
  about?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="mb-4 space-y-1">
      {trail ? <div className="text-dense text-muted">{trail}</div> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 space-y-1">
          <h1 className="font-semibold text-title">{title}</h1>
          {about ? <div className="text-body text-muted">{about}</div> : null}
        </div>
        {actions}
      </div>
    </div>
  )
}
