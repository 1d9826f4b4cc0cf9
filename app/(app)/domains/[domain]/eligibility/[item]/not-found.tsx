import { ItemNotFound } from '#components/domains/item-not-found.tsx'

/** There is no such domain, or no such point. */
export default function NoSuchItem() {
  return <ItemNotFound />
}
