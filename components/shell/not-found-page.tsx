'use client'

import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { NEW_CHANGE_HREF } from '#lib/wording/href.ts'
import { FAMILY_QUESTIONS } from './family-questions.ts'
import { NAVIGATION } from './navigation.ts'

/** What can be opened instead of a page that there is not. Every page of the framework carries it along, so it is drawn by the browser. */
export function NotFoundPage() {
  const pages = [
    ...NAVIGATION.map(({ href, label }) => ({ href, label, question: FAMILY_QUESTIONS[href] })),
    { href: NEW_CHANGE_HREF, label: 'Plan a change', question: 'What does my change need?' },
  ]
  return (
    <>
      <PageHead title="No page has this address" about="It may have been cut on the way. These pages there are:" />
      <ul className="max-w-xl divide-y divide-border rounded-card border border-border">
        {pages.map((page) => (
          <li key={page.href}>
            <PageLink href={page.href} className="block px-4 py-2.5 text-text no-underline hover:bg-hover">
              <span className="block font-medium text-link">{page.label}</span>
              <span className="text-dense text-muted">{page.question}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </>
  )
}
