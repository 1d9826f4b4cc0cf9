import { GitCompareArrows } from 'lucide-react'
import { PageKeys } from '#components/shell/page-keys.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { PageLink } from '#components/ui/page-link.tsx'

/** Leads to what is not the same on this candidate and the one before it; so does `c`. */
export function CompareLink({ href }: { href: string }) {
  return (
    <>
      <PageKeys keys={{ c: href }} />
      <PageLink href={href} className={buttonLook()} title="Compare with another candidate  c">
        <GitCompareArrows aria-hidden="true" className="size-4" />
        Compare…
      </PageLink>
    </>
  )
}
