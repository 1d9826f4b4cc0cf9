import { UserRound } from 'lucide-react'
import { buttonLook } from '#components/ui/button.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { Person } from '#lib/model/person.ts'
import { ROLE_WORDING } from '#lib/wording/role.ts'
import { PEOPLE_HREF, SIGN_OUT_ACTION } from '#lib/wording/sign-in-href.ts'

/** Who is signed in, with which roles, and the way out. The browser opens and closes it, also where no script runs. */
export function UserMenu({ person }: { person: Pick<Person, 'name' | 'email' | 'grants'> }) {
  const label = `Signed in as ${person.name}`
  return (
    <>
      <button type="button" popoverTarget="user-menu" className={buttonLook('ghost', 'icon')} aria-label={label} title={label}>
        <UserRound aria-hidden="true" className="size-4" />
      </button>
      <div
        id="user-menu"
        popover="auto"
        className="fixed inset-auto top-13 right-3 m-0 w-[min(18rem,calc(100vw-1.5rem))] rounded-card border border-border bg-raised p-0 text-body text-text shadow-popover sm:right-6"
      >
        <div className="space-y-2 px-4 py-3">
          <p>
            <span className="block break-words font-semibold">
              <VisibleText text={person.name} limit={120} />
            </span>
            <span className="block break-words text-dense text-muted">
              <VisibleText text={person.email} limit={254} />
            </span>
          </p>
          {person.grants.length === 0 ? (
            <p className="text-dense text-muted">No role yet: an administrator gives them.</p>
          ) : (
            <ul className="space-y-0.5 text-dense">
              {person.grants.map(({ role, domain }) => (
                <li key={`${role} ${domain}`}>
                  {ROLE_WORDING[role].label} <span className="text-muted">{domain === null ? 'for all domains' : `of ${domain}`}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="flex items-center justify-between gap-2 border-border border-t px-4 py-2">
          <PageLink href={PEOPLE_HREF} className="py-1 text-dense text-link hover:underline">
            People and roles
          </PageLink>
          <form method="post" action={SIGN_OUT_ACTION}>
            <button type="submit" className={buttonLook('secondary', 'compact')}>
              Sign out
            </button>
          </form>
        </div>
      </div>
    </>
  )
}
