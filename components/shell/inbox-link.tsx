import { Inbox } from 'lucide-react'
import { buttonLook } from '#components/ui/button.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { count } from '#lib/wording/count.ts'
import { INBOX_HREF } from '#lib/wording/href.ts'

/** The way to what needs whoever is signed in, with how many requests wait for their decision. */
export function InboxLink({ waiting }: { waiting: number | null }) {
  const label = waiting === null || waiting === 0 ? 'Inbox' : `Inbox: ${count(waiting, 'request')} to decide`
  return (
    <PageLink href={INBOX_HREF} title={label} aria-label={label} className={`${buttonLook('ghost', 'icon')} relative`}>
      <Inbox aria-hidden="true" className="size-4" />
      {waiting === null || waiting === 0 ? null : (
        <span
          aria-hidden="true"
          className="absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.6875rem] text-on-accent leading-4"
        >
          {waiting > 99 ? '99+' : waiting}
        </span>
      )}
    </PageLink>
  )
}
