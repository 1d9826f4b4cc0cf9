'use client'

import { Trash2 } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button, buttonLook } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { keepViews, LONGEST_NAME, readViews, type SavedView, viewQuery, withoutView, withView } from '#lib/client/saved-views.ts'

/** The states of this page that were given a name in this browser: opens one, saves this one, removes one. */
export function SavedViewsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const path = usePathname()
  const query = viewQuery(useSearchParams().toString())
  const [views, setViews] = useState(readViews)
  const [name, setName] = useState('')
  const [isRefused, setIsRefused] = useState(false)
  const shown = views.filter((view) => view.path === path)

  function keep(next: readonly SavedView[]) {
    setIsRefused(!keepViews(next))
    setViews(next)
  }

  function save(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === '') return
    keep(withView(views, { name: name.trim(), path, query }))
    setName('')
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Saved views">
      <div className="space-y-4 overflow-y-auto p-4">
        {shown.length === 0 ? (
          <p className="text-body text-muted">No view is saved yet. A view keeps the candidate, the columns, the filters and the order.</p>
        ) : (
          <ul aria-label="Saved views" className="divide-y divide-border rounded-control border border-border">
            {shown.map((view) => (
              <li key={view.name} className="flex items-center gap-2 px-3 py-1">
                <PageLink
                  href={view.query === '' ? view.path : `${view.path}?${view.query}`}
                  onClick={() => onOpenChange(false)}
                  className="min-w-0 flex-1 py-1.5 font-medium text-link hover:underline"
                >
                  <VisibleText text={view.name} limit={LONGEST_NAME} />
                </PageLink>
                {view.query === query ? <span className="text-meta text-muted">shown now</span> : null}
                <Button look="ghost" size="icon" onClick={() => keep(withoutView(views, view))} aria-label={`Remove ${view.name}`}>
                  <Trash2 aria-hidden="true" className="size-4" />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <form onSubmit={save} className="flex flex-wrap items-end gap-2">
          <label className="min-w-0 flex-1 space-y-1 text-dense text-muted">
            <span className="block">Name of this view</span>
            <input
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={LONGEST_NAME}
              required
              autoComplete="off"
              className="control h-8 w-full px-2 text-body text-text"
            />
          </label>
          <button type="submit" className={buttonLook('primary')}>
            Save this view
          </button>
        </form>
        <p role="status" className="text-dense text-muted">
          {isRefused
            ? 'This browser keeps nothing, so the views go when the page does.'
            : 'Views are kept in this browser. To share one, copy the link of the page.'}
        </p>
      </div>
    </Dialog>
  )
}
