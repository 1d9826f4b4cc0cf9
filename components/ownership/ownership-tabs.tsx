import { PageLink } from '#components/ui/page-link.tsx'
import { tabLook } from '#components/ui/tab-look.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { OWNERSHIP_TABS, type OwnershipTab, ownershipHref } from '#lib/wording/href.ts'

const LABELS: Readonly<Record<OwnershipTab, string>> = {
  resolve: 'Resolve',
  coverage: 'Coverage',
  unmapped: 'Unmapped',
  conflicts: 'Conflicts',
  lanes: 'Lanes',
  diagnostics: 'Diagnostics',
}

/** The views of the page. Each is an address of its own, so these are links; they look like tabs. */
export function OwnershipTabs({
  open,
  repository,
  counts,
}: {
  open: OwnershipTab
  repository: string | null
  counts: Readonly<Partial<Record<OwnershipTab, number>>>
}) {
  return (
    <nav aria-label="Ownership" className="mb-5 overflow-x-auto border-border border-b">
      <ul className="flex w-max gap-1 pr-1">
        {OWNERSHIP_TABS.map((tab) => (
          <li key={tab}>
            <PageLink href={ownershipHref(tab, { repository })} aria-current={tab === open ? 'page' : undefined} className={tabLook}>
              {LABELS[tab]}
              {counts[tab] === undefined ? null : <span className="font-normal text-dense text-muted">{groupDigits(counts[tab])}</span>}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
