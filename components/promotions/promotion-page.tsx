import { PrintButton } from '#components/shell/print-button.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { Fact, FactList } from '#components/ui/fact-list.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import { contentIdOf } from '#lib/model/content.ts'
import type { Promotion } from '#lib/model/promotion.ts'
import { momentOf } from '#lib/wording/age.ts'
import { ELIGIBILITY_ITEM_WORDING } from '#lib/wording/eligibility-item.ts'
import { domainHref, evidenceHref, packetEndpoint, promotionsHref } from '#lib/wording/href.ts'

/** The record of a promotion: what went, who let it, and the eight items as they were judged then. It does not change. */
export function PromotionPage({ promotion, by }: { promotion: Promotion; by: string }) {
  const { id, domain, content, modelDigest, items, promotedAt } = promotion
  return (
    <>
      <PageHead
        trail={
          <PageLink href={promotionsHref()} className="text-link hover:underline">
            Independent promotions
          </PageLink>
        }
        title={
          <>
            <VisibleText text={domain} limit={63} /> promoted
          </>
        }
        about={
          <p className="text-dense">
            <VisibleText text={by} limit={80} className="font-medium text-text" /> recorded it {momentOf(promotedAt.getTime())}; judged in
            the same moment, and kept as it was.
          </p>
        }
        actions={
          <div className="flex flex-wrap gap-2 print:hidden">
            <PrintButton />
            <a href={packetEndpoint(id)} download className={buttonLook()}>
              Download packet
            </a>
          </div>
        }
      />
      <FactList>
        <Fact name="Domain">
          <PageLink href={domainHref(domain, 'eligibility', { commit: contentIdOf(content) })} className="text-link underline">
            <VisibleText text={domain} limit={63} />
          </PageLink>{' '}
          <span className="text-muted">as it stands today</span>
        </Fact>
        {Object.entries(content).map(([name, text]) => (
          <Fact key={name} name={name}>
            <FullHash text={text} label={`Copy ${name}`} />
          </Fact>
        ))}
        <Fact name="Operating model">
          <FullHash text={modelDigest} label="Copy model digest" />
        </Fact>
        <Fact name="Record">
          <Code>{id}</Code>
        </Fact>
      </FactList>
      <Section id="items" title="The eight items" count="as they were judged">
        <DataTable label="The eight items as they were judged">
          <thead>
            <tr>
              <HeadCell>Item</HeadCell>
              <HeadCell>Status</HeadCell>
              <HeadCell>Because</HeadCell>
              <HeadCell>Evidence</HeadCell>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id: item, number, claim, status, overlays, reasons, evidence }) => (
              <tr key={item}>
                <RowHead>
                  <span className="font-medium">
                    {number} {ELIGIBILITY_ITEM_WORDING[item].label}
                  </span>
                  <span className="block text-meta text-muted">{claim}</span>
                </RowHead>
                <Cell>
                  <StatusChip status={status} overlays={overlays} />
                </Cell>
                <Cell>
                  {reasons.slice(0, 3).map(({ text }) => (
                    <span key={text} className="block">
                      <VisibleText text={text} limit={300} />
                    </span>
                  ))}
                </Cell>
                <Cell>
                  {evidence.slice(0, 5).map((each, at) => (
                    <PageLink
                      key={each}
                      href={evidenceHref(each)}
                      title={each}
                      className="inline-block min-h-6 min-w-6 py-0.5 text-link underline"
                    >
                      {at + 1}
                    </PageLink>
                  ))}
                  {evidence.length === 0 ? <span className="text-muted">declared</span> : null}
                  {evidence.length > 5 ? <span className="text-muted">of {evidence.length}</span> : null}
                </Cell>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Section>
      <Section id="packet" title="The packet">
        <p className="max-w-3xl text-body text-muted">
          It holds this record with everything it rests on, signed. Whoever has it can check it without this server:{' '}
          <Code>npx lanekeeper verify PACKET</Code>
        </p>
      </Section>
    </>
  )
}
