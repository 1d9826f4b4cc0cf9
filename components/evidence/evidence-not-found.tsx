import { buttonLook } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { EVIDENCE_HREF } from '#lib/wording/href.ts'

/** Evidence that there is not: the link was cut, or it was recorded on another server. */
export function EvidenceNotFound() {
  return (
    <>
      <PageHead title="No evidence has this id" about="The link may have been cut on the way, or it was recorded on another server." />
      <p>
        <PageLink href={EVIDENCE_HREF} className={buttonLook('primary')}>
          Show all evidence
        </PageLink>
      </p>
    </>
  )
}
