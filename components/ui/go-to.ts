/** How a page of the product is reached within the product. */
type Going = (href: string, scroll: boolean) => void

let going: Going | null = null

/** Has pages reached this way from now on; the answer ends it. */
export function goBy(way: Going): () => void {
  going = way
  return () => {
    if (going === way) going = null
  }
}

/** Goes to a page by an address that `lib/wording/href.ts` made; by the browser while the product's own way is not there. */
export function goTo(href: string, { scroll = true }: { readonly scroll?: boolean } = {}): void {
  if (going === null) window.location.assign(href)
  else going(href, scroll)
}
