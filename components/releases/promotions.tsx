import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { momentOf } from '#lib/wording/age.ts'
import { domainHref, type OfCandidate, promotionHref } from '#lib/wording/href.ts'
import type { ShownRelease } from './shown-release.ts'

/** The domains that were promoted on their own with this content. */
export function Promotions({ promotions, of }: Pick<ShownRelease, 'promotions'> & { of: OfCandidate }) {
  if (promotions.length === 0) return <p className="text-body text-muted">No domain was promoted on its own with it.</p>
  return (
    <ul className="divide-y divide-border rounded-card border border-border">
      {promotions.map(({ id, domain, by, promotedAt }) => (
        <li key={id} className="px-3 py-2">
          <PageLink href={domainHref(domain, 'lane', of)} className="font-medium text-link hover:underline">
            <VisibleText text={domain} limit={63} />
          </PageLink>{' '}
          promoted {momentOf(Date.parse(promotedAt))} by <VisibleText text={by} limit={80} />,{' '}
          <PageLink href={promotionHref(id)} className="text-link underline">
            record
          </PageLink>
        </li>
      ))}
    </ul>
  )
}
