'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { asRoute } from '#components/ui/as-route.ts'
import { goBy } from '#components/ui/go-to.ts'

/** Leads from page to page. The page that is there stays until the next one is whole; when that takes a moment, it is said. */
export function OnTheWay() {
  const router = useRouter()
  const [isOnTheWay, start] = useTransition()
  useEffect(() => goBy((href, scroll) => start(() => router.push(asRoute(href), { scroll }))), [router])
  return (
    <p role="status" className="print:hidden">
      {isOnTheWay ? (
        <span className="after-a-moment fixed top-14 left-1/2 z-40 -translate-x-1/2 rounded-control border border-border bg-raised px-3 py-1.5 text-dense text-text shadow-popover">
          Loading the page…
        </span>
      ) : null}
    </p>
  )
}
