import { RecordNotFound } from '#components/ui/record-not-found.tsx'
import { EVIDENCE_HREF } from '#lib/wording/href.ts'

/** Evidence that there is not: the link was cut, or it was recorded on another server. */
export function EvidenceNotFound() {
  return (
    <RecordNotFound
      title="No evidence has this id"
      about="The link may have been cut on the way, or it was recorded on another server."
      href={EVIDENCE_HREF}
      all="Show all evidence"
    />
  )
}
