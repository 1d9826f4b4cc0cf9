import type { ReactNode } from 'react'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { DomainDetail, PacketSummary } from '#lib/model/domain-summary.ts'
import type { EligibilityItemId } from '#lib/model/eligibility.ts'
import type { DeclaredList } from '#lib/model/extraction-packet.ts'
import { ITEM_GUIDES } from '#lib/wording/item-guide.ts'

/** What the packet says of the items that rest on a line of it; null where it says nothing. */
const DECLARED: Readonly<Record<EligibilityItemId, (packet: PacketSummary) => string | null>> = {
  'extraction-decision': ({ recommendation, decidedOn }) =>
    recommendation === null ? null : `${recommendation}${decidedOn === null ? '' : `, decided on ${decidedOn}`}`,
  'service-auth': ({ crossProcessCallers }) => listed(crossProcessCallers),
  'degradation-harness': () => null,
  'rollback-tested': ({ rollbackCommand }) => rollbackCommand,
  'profile-gates': ({ releaseProfile }) => releaseProfile,
  'consumer-smokes': ({ supportedConsumers }) => listed(supportedConsumers),
  'status-slo': ({ statusComponent }) => statusComponent,
  'boundary-guards': ({ guardMode }) => guardMode,
}

/** How to come to a pass of a point: why it is asked, what counts, what the packet says now, and what to write. */
export function ItemGuidance({ domain, id }: { domain: DomainDetail; id: EligibilityItemId }) {
  const { why, proof, fix, packet } = ITEM_GUIDES[id]
  const declared = domain.packet === null ? null : DECLARED[id](domain.packet)
  return (
    <Section id="how" title="How to satisfy it">
      <div className="grid gap-4 rounded-card border border-border p-4 lg:grid-cols-2">
        <Part title="Why it is asked">{why}</Part>
        <Part title="What counts as proof">{proof}</Part>
        <Part title="What the packet says">
          {domain.packet === null ? (
            'There is no extraction packet of this domain.'
          ) : (
            <>
              {declared === null ? null : (
                <span className="block font-medium">
                  <VisibleText text={declared} limit={300} />
                </span>
              )}
              <span className="text-dense">
                <PlaceLine place={domain.packet} />
              </span>
            </>
          )}
        </Part>
        <div>
          <Part title="What to do">{fix}</Part>
          <CodeBlock text={packet(domain.domain)} label="Copy the lines for the packet" className="mt-2" />
          <p className="mt-1 text-meta text-muted">In the domain's packet; then send the model with npx lanekeeper sync.</p>
        </div>
      </div>
    </Section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="font-medium text-dense text-muted">{title}</h3>
      <div className="text-body">{children}</div>
    </div>
  )
}

function listed(list: DeclaredList | null): string | null {
  if (list === null) return null
  return 'none' in list ? `none: ${list.none}` : list.entries.join(', ')
}
