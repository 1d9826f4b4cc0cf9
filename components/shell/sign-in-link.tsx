'use client'

import { LogIn } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { buttonLook } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import { signInHref } from '#lib/wording/sign-in-href.ts'

/** The way to the sign-in page, and from there back to here. */
export function SignInLink() {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const returnTo = search === '' ? pathname : `${pathname}?${search}`
  return (
    <PageLink
      href={signInHref({ returnTo })}
      title="Sign in"
      className={classNames(buttonLook('ghost'), 'max-sm:w-8 max-sm:justify-center max-sm:px-0')}
    >
      <LogIn aria-hidden="true" className="size-4" />
      <span className="max-sm:sr-only">Sign in</span>
    </PageLink>
  )
}
