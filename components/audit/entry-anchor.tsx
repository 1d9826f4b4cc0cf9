'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { asRoute } from '#components/ui/as-route.ts'
import { auditEntryHref } from '#lib/wording/href.ts'

/** `/audit#12` names an entry wherever it stands: when this page does not have it, the one that begins with it is shown. */
export function EntryAnchor() {
  const router = useRouter()
  useEffect(() => {
    function follow() {
      const [, sequence] = /^#(\d{1,15})$/.exec(window.location.hash) ?? []
      if (sequence !== undefined && document.getElementById(sequence) === null) router.replace(asRoute(auditEntryHref(Number(sequence))))
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [router])
  return null
}
