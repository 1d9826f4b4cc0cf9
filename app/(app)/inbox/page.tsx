import type { Metadata } from 'next'
import { whoIsLooking } from '#app/who-is-looking.ts'
import { InboxPage } from '#components/exceptions/inbox-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { isRefusal } from '#lib/model/refusal.ts'
import { readInbox } from '#lib/usecases/read-inbox.ts'
import { inboxHref } from '#lib/wording/href.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

export const metadata: Metadata = { title: 'Inbox' }

/** What needs whoever looks. */
export default async function InboxOfPerson({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const repository = textOf(await searchParams, 'repository') ?? null
  const loaded = await load(async () => {
    const { person } = await whoIsLooking()
    if (person === null) return { inbox: null }
    const inbox = await readInbox({ repository, person, now: new Date() })
    return isRefusal(inbox) ? inbox : { inbox }
  })
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Inbox" />
        <NotLoadedPage why={loaded} hrefOf={(each) => inboxHref({ repository: each })} />
      </>
    )
  }
  return <InboxPage inbox={loaded.value.inbox} of={{ repository }} now={Date.now()} />
}
