import { PageLink } from '#components/ui/page-link.tsx'
import { tabLook } from '#components/ui/tab-look.ts'
import { REGISTER_VIEWS, type RegisterView } from '#lib/model/register-line.ts'
import { type RegisterPlace, skipsHref } from '#lib/wording/href.ts'

const LABELS: Readonly<Record<RegisterView, string>> = {
  owed: 'Owed, hidden first',
  declared: 'Declared skips',
  repaid: 'Repaid by evidence',
}

/** What of the register is shown; the domain stays chosen. */
export function RegisterTabs({ of }: { of: RegisterPlace }) {
  return (
    <nav aria-label="Register" className="mb-3 overflow-x-auto border-border border-b">
      <ul className="flex w-max gap-1 pr-1">
        {REGISTER_VIEWS.map((view) => (
          <li key={view}>
            <PageLink
              href={skipsHref({ repository: of.repository ?? null, domain: of.domain ?? null, view })}
              aria-current={view === of.view ? 'page' : undefined}
              className={tabLook}
            >
              {LABELS[view]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
