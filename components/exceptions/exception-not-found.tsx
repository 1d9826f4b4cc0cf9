import { buttonLook } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { EXCEPTIONS_HREF } from '#lib/wording/href.ts'

/** An exception that there is not. */
export function ExceptionNotFound() {
  return (
    <>
      <PageHead title="No exception has this id" about="The link may have been cut on the way, or it was asked for on another server." />
      <p>
        <PageLink href={EXCEPTIONS_HREF} className={buttonLook('primary')}>
          Show all exceptions
        </PageLink>
      </p>
    </>
  )
}
