import { RecordNotFound } from '#components/ui/record-not-found.tsx'
import { PROMOTIONS_HREF } from '#lib/wording/href.ts'

/** A promotion that there is not. */
export function PromotionNotFound() {
  return (
    <RecordNotFound
      title="No promotion has this id"
      about="The link may have been cut on the way, or it was recorded on another server."
      href={PROMOTIONS_HREF}
      all="Show all promotions"
    />
  )
}
