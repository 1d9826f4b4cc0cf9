'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useSyncExternalStore, useTransition } from 'react'
import { type AddressValues, arriveAt, type HistoryWay, setValues, subscribe, valueOn } from './address-writer.ts'
import { asRoute } from './as-route.ts'

/** How the values of a part are kept in the address; always the same for one part. */
export interface Keeping {
  readonly history: HistoryWay
  /** For what is typed: so many milliseconds lie between two writes. */
  readonly everyMs?: number
  /** The server draws the page anew with them. */
  readonly asks?: boolean
}

/** Values by name, how to set some of them, and whether the server is being asked. */
export interface Kept<Name extends string> {
  readonly values: Readonly<Record<Name, string | null>>
  readonly set: (next: Readonly<Partial<Record<Name, string | null>>>, history?: HistoryWay) => void
  readonly isPending: boolean
}

/** Values that the page's address keeps. They are as they were set at once, and in the address a moment later. `names` is a constant. */
export function useAddress<const Name extends string>(names: readonly Name[], { history, everyMs, asks }: Keeping): Kept<Name> {
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()
  const [isPending, startTransition] = useTransition()
  // A text, so that only another value draws anything again.
  const read = () => JSON.stringify(names.map((name) => [name, valueOn(pathname, search, name)]))
  const values = Object.fromEntries(JSON.parse(useSyncExternalStore(subscribe, read, read))) as Kept<Name>['values']

  useEffect(() => arriveAt(search.toString()), [search])

  const set = useCallback(
    (next: AddressValues, way = history) => {
      const ask = (href: string, by: HistoryWay) => startTransition(() => router[by](asRoute(href), { scroll: false }))
      setValues(pathname, next, { history: way, ...(everyMs === undefined ? {} : { everyMs }), ...(asks ? { ask } : {}) })
    },
    [router, pathname, history, everyMs, asks],
  )
  return { values, set: set as Kept<Name>['set'], isPending }
}
