import { ExternalLink } from 'lucide-react'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { webAddress } from '#lib/wording/web-address.ts'

/** An address that a producer gave. Only http and https become a link, which says where it leads; anything else stays text. */
export function OutsideLink({ address }: { address: string }) {
  const url = webAddress(address)
  if (url === null) return <VisibleText text={address} limit={200} />
  return (
    <a href={url.href} rel="noopener noreferrer nofollow" className="inline-flex min-h-6 max-w-full items-center gap-1 text-link underline">
      <span className="min-w-0 wrap-anywhere">
        <VisibleText text={address} limit={120} />
      </span>
      <ExternalLink role="img" aria-label={`on ${url.host}`} className="size-3.5 shrink-0" />
    </a>
  )
}
