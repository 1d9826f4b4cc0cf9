import { buttonLook } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { PROMOTIONS_HREF } from '#lib/wording/href.ts'

/** A promotion that there is not. */
export function PromotionNotFound() {
  return (
    <>
      <PageHead title="No promotion has this id" about="The link may have been cut on the way, or it was recorded on another server." />
      <p>
        <PageLink href={PROMOTIONS_HREF} className={buttonLook('primary')}>
          Show all promotions
        </PageLink>
      </p>
    </>
  )
}
