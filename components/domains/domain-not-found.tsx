import { buttonLook } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { BOARD_HREF, DOMAINS_HREF } from '#lib/wording/href.ts'

/** A domain that no lane declares. */
export function DomainNotFound() {
  return (
    <>
      <PageHead title="No lane declares this domain" about="It may have been renamed, or the lane is not in the model that is stored." />
      <p className="flex gap-2">
        <PageLink href={BOARD_HREF} className={buttonLook()}>
          Readiness board
        </PageLink>
        <PageLink href={DOMAINS_HREF} className={buttonLook('primary')}>
          All domains
        </PageLink>
      </p>
    </>
  )
}
