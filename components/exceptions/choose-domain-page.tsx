import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { newExceptionHref, type OfCandidate } from '#lib/wording/href.ts'

/** For which domain an exception is to be asked. */
export function ChooseDomainPage({
  domains,
  of,
}: {
  domains: readonly { readonly domain: string; readonly title: string; readonly owner: string | null }[]
  of: OfCandidate
}) {
  return (
    <>
      <PageHead title="Ask for an exception" about="Each is for the gates of one domain: which one?" />
      <ul aria-label="Domains" className="max-w-2xl divide-y divide-border rounded-card border border-border">
        {domains.map(({ domain, title, owner }) => (
          <li key={domain} className="px-4 py-2">
            <PageLink href={newExceptionHref({ ...of, domain })} className="inline-block min-h-6 font-medium text-link hover:underline">
              <VisibleText text={title} limit={80} />
            </PageLink>
            {owner === null ? null : (
              <span className="ml-2 text-dense text-muted">
                <VisibleText text={owner} limit={60} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
