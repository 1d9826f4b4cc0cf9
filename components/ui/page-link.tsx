import Link from 'next/link'
import type { ComponentProps } from 'react'
import { asRoute } from './as-route.ts'

/**
 * A link to a page of the product, by an address that `lib/wording/href.ts` made. Nothing is fetched before it is pressed: every page is
 * judged when it is asked for, and a board has hundreds of links.
 */
export function PageLink({ href, ...rest }: Omit<ComponentProps<typeof Link>, 'href'> & { href: string }) {
  return <Link href={asRoute(href)} prefetch={false} {...rest} />
}
