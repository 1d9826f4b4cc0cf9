import type { Metadata } from 'next'
import { whoIsLooking } from '#app/who-is-looking.ts'
import { ExceptionsPage } from '#components/exceptions/exceptions-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { isRefusal } from '#lib/model/refusal.ts'
import { endsSoon } from '#lib/rules/exceptions/ends-soon.ts'
import { type ExceptionsAsked, listExceptions } from '#lib/usecases/list-exceptions.ts'
import { countWaiting } from '#lib/usecases/read-inbox.ts'
import { EXCEPTION_VIEWS, type ExceptionView, exceptionsHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

export const metadata: Metadata = { title: 'Exceptions' }

const PAGE = 50
const ALL_IN_FORCE = 200

/** The exceptions: what needs whoever looks, what is in force, what ends soon, all. */
export default async function Exceptions({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const cursor = textOf(parameters, 'cursor') ?? null
  const loaded = await load(async () => {
    const { person } = await whoIsLooking()
    const view = choiceOf(parameters, 'tab', EXCEPTION_VIEWS, person === null ? 'all' : 'needs-me')
    const asked = { ...EVERY, repository, person, cursor }
    const exceptions = await listExceptions({ ...asked, ...filterOf(view.value) })
    if (isRefusal(exceptions)) return exceptions
    const mine = person === null ? null : await countWaiting({ repository, person })
    return { exceptions, view, mine }
  })
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Exceptions" />
        <NotLoadedPage why={loaded} hrefOf={(each) => exceptionsHref({ repository: each })} />
      </>
    )
  }
  const { exceptions, view, mine } = loaded.value
  const now = Date.now()
  const items = view.value === 'expiring' ? exceptions.items.filter((each) => endsSoon(each, new Date(now))) : exceptions.items
  return (
    <ExceptionsPage
      view={view.value}
      exceptions={{ items, next: exceptions.next }}
      needsMe={mine}
      cursor={cursor}
      of={{ repository }}
      unused={view.unused}
      now={now}
    />
  )
}

const EVERY = { state: null, domain: null, gate: null, contentId: null, needsMe: false, limit: PAGE } as const

function filterOf(view: ExceptionView): Partial<ExceptionsAsked> {
  switch (view) {
    case 'needs-me':
      return { needsMe: true }
    case 'active':
      return { state: 'approved' }
    case 'expiring':
      return { state: 'approved', limit: ALL_IN_FORCE }
    case 'all':
      return {}
  }
}
