'use client'

import { useAddress } from './use-address.ts'

/** Narrows a list by text, on the server; the text is kept in the URL. */
export function ListFilter({ label }: { label: string }) {
  const { values, set, isPending } = useAddress(['q'], { history: 'replace', everyMs: 250, asks: true })
  return (
    <input
      type="search"
      data-search-field=""
      value={values.q ?? ''}
      onChange={(event) => set({ q: event.target.value || null })}
      aria-label={label}
      aria-busy={isPending}
      placeholder={label}
      spellCheck={false}
      className="control h-8 w-full max-w-md px-2.5 text-dense"
    />
  )
}
