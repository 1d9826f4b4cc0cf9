'use client'

import { GitCompareArrows } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { asRoute } from '#components/ui/as-route.ts'
import { buttonLook } from '#components/ui/button.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { singleKeyActs } from '#lib/client/single-keys.ts'

/** Leads to what is not the same on this candidate and the one before it; so does `c`. */
export function CompareLink({ href }: { href: string }) {
  const router = useRouter()

  useEffect(() => {
    function act(event: KeyboardEvent) {
      if (event.key === 'c' && singleKeyActs(event)) router.push(asRoute(href))
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [router, href])

  return (
    <PageLink href={href} className={buttonLook()} title="Compare with another candidate  c">
      <GitCompareArrows aria-hidden="true" className="size-4" />
      Compare…
    </PageLink>
  )
}
