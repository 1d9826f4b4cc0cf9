'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { PageLink } from '#components/ui/page-link.tsx'
import { inRepository } from '#lib/wording/href.ts'
import { NAVIGATION } from './navigation.ts'

/** The page families; the one that is open is marked. `onGo` closes what the links stand in. */
export function NavigationLinks({ onGo }: { onGo?: () => void }) {
  const pathname = usePathname()
  const repository = useSearchParams().get('repository')
  return (
    <ul className="space-y-0.5">
      {NAVIGATION.map(({ href, label, icon: Icon }) => {
        const open = pathname === href || pathname.startsWith(`${href}/`)
        return (
          <li key={href}>
            <PageLink
              href={inRepository(href, repository)}
              aria-current={open ? (pathname === href ? 'page' : 'true') : undefined}
              {...(onGo ? { onClick: onGo } : {})}
              title={label}
              className="rail-link"
            >
              <Icon aria-hidden="true" />
              <span>{label}</span>
            </PageLink>
          </li>
        )
      })}
    </ul>
  )
}
