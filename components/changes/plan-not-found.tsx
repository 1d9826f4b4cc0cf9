import { buttonLook } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { CHANGES_HREF, NEW_CHANGE_HREF } from '#lib/wording/href.ts'

/** A plan that there is not: the link was cut, or the plan is on another server. */
export function PlanNotFound() {
  return (
    <>
      <PageHead title="No plan has this id" about="The link may have been cut on the way, or the plan is stored on another server." />
      <p className="flex gap-2">
        <PageLink href={CHANGES_HREF} className={buttonLook()}>
          Stored plans
        </PageLink>
        <PageLink href={NEW_CHANGE_HREF} className={buttonLook('primary')}>
          Plan a change
        </PageLink>
      </p>
    </>
  )
}
