'use client'

import { parseAsString, useQueryState } from 'nuqs'
import { useTransition } from 'react'

/** Narrows a list by text, on the server; the text is kept in the URL. */
export function ListFilter({ label }: { label: string }) {
  const [isPending, startTransition] = useTransition()
  const [filter, setFilter] = useQueryState(
    'q',
    parseAsString.withDefault('').withOptions({ history: 'replace', shallow: false, throttleMs: 250, startTransition }),
  )
  return (
    <input
      type="search"
      data-search-field=""
      value={filter}
      onChange={(event) => void setFilter(event.target.value || null)}
      aria-label={label}
      aria-busy={isPending}
      placeholder={label}
      spellCheck={false}
      className="control h-8 w-full max-w-md px-2.5 text-dense"
    />
  )
}
