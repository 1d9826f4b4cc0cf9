import { EvidenceNotFound } from '#components/evidence/evidence-not-found.tsx'

/** No evidence has this id. */
export default function NoEvidence() {
  return <EvidenceNotFound />
}
