'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import { copyText } from '#components/ui/copy-text.ts'
import { goTo } from '#components/ui/go-to.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Queries } from '#lib/client/queries.tsx'
import { faultOf } from '#lib/client/request.ts'
import { searchQuery } from '#lib/client/search.ts'
import { actionEntries, type CommandEntry, type CommandGroup, foundEntries, namedBy, pageEntries } from './command-entries.ts'

/** Goes anywhere by name and does what can be done from anywhere: pages and actions, and the domains, gates and candidates that the server finds. */
export function CommandPalette({
  open,
  onOpenChange,
  onHelp,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  onHelp: () => void
}) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup
          aria-label="Search"
          className="fixed top-[max(1rem,10vh)] left-1/2 z-50 flex max-h-[76vh] w-[min(40rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-hidden rounded-card border border-border bg-raised text-text shadow-popover outline-none"
        >
          <Queries>
            <Entries onGo={() => onOpenChange(false)} onHelp={onHelp} />
          </Queries>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Entries({ onGo, onHelp }: { onGo: () => void; onHelp: () => void }) {
  const repository = useSearchParams().get('repository')
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const found = useQuery(searchQuery(repository, text))
  const groups = useMemo(() => {
    const all = [pageEntries(repository, text), actionEntries(repository, text)]
    if (found.data !== undefined && text !== '') {
      const groups = foundEntries(found.data, repository)
      // Enter never goes to what was found for an earlier text.
      all.push(...(found.isPlaceholderData ? groups.map((group) => namedBy(group, text)) : groups))
    }
    return all.filter(({ items }) => items.length > 0)
  }, [found.data, found.isPlaceholderData, repository, text])

  function go({ does }: CommandEntry) {
    onGo()
    if ('href' in does) {
      if (does.href.startsWith('/api/')) window.location.assign(does.href)
      else goTo(does.href)
    } else if (does.act === 'copy-link') void copyText(window.location.href)
    else if (does.act === 'help') onHelp()
    // The palette must be gone from the paper first.
    else setTimeout(() => window.print(), 200)
  }

  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      value={typed}
      onValueChange={setTyped}
      filter={null}
      autoHighlight="always"
      keepHighlight
      itemToStringValue={(entry: CommandEntry) => `${entry.label} ${entry.detail}`}
    >
      <div className="flex items-center gap-2.5 border-border border-b px-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <Autocomplete.Input
          aria-label="Search pages, domains, gates and candidates"
          placeholder="A page, domain, gate, commit or action"
          className="h-12 min-w-0 flex-1 bg-transparent text-body outline-none"
        />
        <Dialog.Close className="rounded-mark border border-border bg-panel px-1.5 font-mono text-meta text-muted">Esc</Dialog.Close>
      </div>
      <Autocomplete.Empty>
        <p className="px-4 py-6 text-muted empty:hidden">{found.isFetching || found.isError ? null : 'Nothing has that name.'}</p>
      </Autocomplete.Empty>
      <Autocomplete.List className="overflow-y-auto p-2">
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.value} items={group.items} className="not-last:mb-2">
            <Autocomplete.GroupLabel className="px-2 py-1 font-medium text-meta text-muted">{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(entry: CommandEntry) => (
                <Autocomplete.Item
                  key={entry.value}
                  value={entry}
                  onClick={() => go(entry)}
                  className="flex min-h-9 cursor-default select-none items-baseline gap-3 rounded-control px-2 py-2 text-body data-[highlighted]:bg-selected"
                >
                  <span className="min-w-0 shrink-0 truncate font-medium sm:max-w-80">
                    <VisibleText text={entry.label} limit={60} />
                  </span>
                  <span className="min-w-0 truncate text-dense text-muted">
                    <VisibleText text={entry.detail} limit={120} />
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <p role="status" className="border-border border-t px-4 py-2 text-meta text-muted">
        {found.isError
          ? `Domains, gates and candidates are not shown: ${faultOf(found.error).detail}`
          : found.isFetching
            ? 'Searching…'
            : 'Enter opens. A commit is found by its first four digits or more.'}
      </p>
    </Autocomplete.Root>
  )
}
