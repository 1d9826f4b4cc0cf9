import { Callout } from '#components/ui/callout.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import type { Content } from '#lib/model/content.ts'
import { type OfRepository, promotionsHref } from '#lib/wording/href.ts'
import { PromoteButton } from './promote-button.tsx'

/** Where a release manager promotes a domain on its own; whoever may not, and whatever is not ready, is told why beside the button. */
export function Promote({
  domain,
  title,
  content,
  whyNot,
  of,
}: {
  domain: string
  title: string
  content: Content
  /** From `whyNotPromote`. */
  whyNot: string | null
  of: OfRepository
}) {
  return (
    <Callout tone="info" title="Promote it on its own" className="mb-4 print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <PromoteButton
          domain={domain}
          title={title}
          content={content}
          repository={of.repository ?? null}
          disabledBy={whyNot === null ? null : 'why-not-promote'}
        />
        <p id="why-not-promote" className="min-w-0 flex-1 basis-72 text-dense text-muted">
          {whyNot ?? 'All eight items hold on this content, and you may.'}{' '}
          <PageLink href={promotionsHref(of)} className="text-link underline">
            What was promoted
          </PageLink>
        </p>
      </div>
    </Callout>
  )
}
