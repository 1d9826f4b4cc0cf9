import type { Metadata } from 'next'
import { whoIsLooking } from '#app/who-is-looking.ts'
import { PeoplePage, type ShownPerson } from '#components/people/people-page.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { hasRole, isSamePerson, type Person } from '#lib/model/person.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { loadCurrentModel } from '#lib/usecases/current-model.ts'
import { listPeople } from '#lib/usecases/list-people.ts'
import type { PersonDocument } from '#lib/usecases/person-document.ts'
import { PEOPLE_HREF, signInHref } from '#lib/wording/sign-in-href.ts'
import { load } from '../../load.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'

export const metadata: Metadata = { title: 'People and roles' }

/** Who may sign in and what they may do: for whoever is signed in, since it names people. */
export default async function People() {
  const loaded = await load(readPeople)
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="People and roles" />
        <NotLoadedPage why={loaded} hrefOf={() => PEOPLE_HREF} />
      </>
    )
  }
  const { person, people, domains } = loaded.value
  if (person === null) return <OnlySignedIn />
  return (
    <PeoplePage
      people={people.map((each) => shown(each, people, person))}
      domains={domains}
      mayChange={hasRole(person, 'admin', null)}
      now={Date.now()}
    />
  )
}

async function readPeople() {
  const { person } = await whoIsLooking()
  if (person === null) return { person, people: [], domains: [] }
  const { items } = await listPeople()
  const current = await loadCurrentModel(null)
  return { person, people: items, domains: isRefusal(current) ? [] : current.compiled.model.lanes.map(({ domainId }) => domainId) }
}

function shown({ id, email, name, roles }: PersonDocument, people: readonly PersonDocument[], looking: Person): ShownPerson {
  const nameOf = (identity: string) => people.find((each) => `person:${each.id}` === identity)?.name ?? identity
  return {
    id,
    email,
    name,
    whyNotChange: isSamePerson({ id, email }, looking) ? 'Nobody changes their own roles: ask another administrator.' : null,
    roles: roles.map(({ role, domain, grantedBy, grantedAt, coolingDownUntil }) => ({
      role,
      domain,
      givenBy: grantedBy === 'server' ? null : nameOf(grantedBy),
      grantedAt: grantedAt.toISOString(),
      coolingDownUntil: coolingDownUntil?.toISOString() ?? null,
    })),
  }
}

function OnlySignedIn() {
  return (
    <>
      <PageHead title="People and roles" />
      <EmptyState title="Sign in to see this">
        <p className="text-body">This page names people, so it is only for those who are signed in.</p>
        <PageLink href={signInHref({ returnTo: PEOPLE_HREF })} className={buttonLook('primary')}>
          Sign in
        </PageLink>
      </EmptyState>
    </>
  )
}
