import { buttonLook } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { ELIGIBILITY_ITEM_WORDING } from '#lib/wording/eligibility-item.ts'
import { DOMAINS_HREF } from '#lib/wording/href.ts'

/** A point or a domain that there is not: which points there are. */
export function ItemNotFound() {
  return (
    <>
      <PageHead
        title="No such point, or no such domain"
        about="Each domain that a lane declares has eight points; an address names one by its number or its id:"
      />
      <ol className="mb-4 max-w-xl divide-y divide-border rounded-card border border-border">
        {ELIGIBILITY_ITEMS.map((id, at) => (
          <li key={id} className="px-4 py-2 text-dense">
            {at + 1} {ELIGIBILITY_ITEM_WORDING[id].label} <Code className="text-muted">{id}</Code>
          </li>
        ))}
      </ol>
      <PageLink href={DOMAINS_HREF} className={buttonLook('primary')}>
        All domains
      </PageLink>
    </>
  )
}
