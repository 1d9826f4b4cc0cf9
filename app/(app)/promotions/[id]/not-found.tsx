import { PromotionNotFound } from '#components/promotions/promotion-not-found.tsx'

/** No promotion has this id. */
export default function NoPromotion() {
  return <PromotionNotFound />
}
