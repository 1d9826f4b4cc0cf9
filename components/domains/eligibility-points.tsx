import { ReasonList } from '#components/status/reason-list.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import type { JudgedItem } from '#lib/model/eligibility.ts'
import { ELIGIBILITY_ITEM_WORDING } from '#lib/wording/eligibility-item.ts'
import { gateHref, itemHref, type OfCandidate } from '#lib/wording/href.ts'

/** The eight points of independent promotion, in their order: what each claims, how it stands, why, and what to do. */
export function EligibilityPoints({ items, domain, of }: { items: readonly JudgedItem[]; domain: string; of: OfCandidate }) {
  return (
    <ol className="space-y-3">
      {items.map(({ id, number, claim, status, overlays, reasons }) => {
        const { label } = ELIGIBILITY_ITEM_WORDING[id]
        return (
          <li key={id} id={id} className="scroll-mt-16 rounded-card border border-border p-4 target:border-accent">
            <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 className="font-semibold text-section">
                <PageLink href={itemHref(domain, id, of)} className="text-text hover:underline">
                  {number} {label}
                </PageLink>
              </h2>
              <StatusChip status={status} overlays={overlays} />
            </div>
            <p className="mb-3 text-body text-muted">{claim}</p>
            <ReasonList reasons={reasons} label={`Reasons: ${number} ${label}`} gateHref={(gate) => gateHref(gate, domain, of)} />
          </li>
        )
      })}
    </ol>
  )
}
