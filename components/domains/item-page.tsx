import { ChevronLeft, ChevronRight } from 'lucide-react'
import { PageKeys } from '#components/shell/page-keys.tsx'
import { ReasonList } from '#components/status/reason-list.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { type CandidateChoice, CandidatePicker } from '#components/vocabulary/candidate-picker.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { EvidenceTable } from '#components/vocabulary/evidence-table.tsx'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { NoCandidate } from '#components/vocabulary/no-candidate.tsx'
import type { ShownEvidence } from '#components/vocabulary/shown-evidence.ts'
import type { DomainDetail } from '#lib/model/domain-summary.ts'
import { ELIGIBILITY_ITEMS, type JudgedItem } from '#lib/model/eligibility.ts'
import type { Status } from '#lib/model/status.ts'
import { count } from '#lib/wording/count.ts'
import { ELIGIBILITY_ITEM_WORDING } from '#lib/wording/eligibility-item.ts'
import { domainHref, domainsHref, gateHref, itemHref, type OfCandidate } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { ItemGuidance } from './item-guidance.tsx'

export interface ItemPageProps {
  readonly domain: DomainDetail
  readonly item: JudgedItem
  /** What it was judged by, newest first. */
  readonly evidence: readonly ShownEvidence[]
  /** How much more there is, older than that. */
  readonly older: number
  /** Its status on the last candidates, newest first. */
  readonly history: readonly { readonly contentId: string; readonly firstSeenAt: string; readonly status: Status }[]
  /** What was judged; null while there is no candidate. */
  readonly contentId: string | null
  readonly judgedAt: string
  readonly sequence: number
  readonly candidates: readonly CandidateChoice[]
  readonly of: OfCandidate
  readonly unused: readonly UnusedParameter[]
  readonly origin: string
  readonly now: number
}

/** One of the eight points of a domain: how it stands, why, what it rests on, how it stood before, and how to come to a pass. */
export function ItemPage(props: ItemPageProps) {
  const { domain, item, of, contentId, evidence, older, history, now } = props
  const { label, meaning } = ELIGIBILITY_ITEM_WORDING[item.id]
  const before = ELIGIBILITY_ITEMS[item.number - 2]
  const after = ELIGIBILITY_ITEMS[item.number]
  const actors = [...new Set(item.reasons.flatMap((reason) => reason.actors))]
  const hrefs = {
    ...(before === undefined ? {} : { '[': itemHref(domain.domain, before, of) }),
    ...(after === undefined ? {} : { ']': itemHref(domain.domain, after, of) }),
  }
  return (
    <>
      <InvalidParameters parameters={props.unused} />
      <PageKeys keys={hrefs} />
      <PageHead
        trail={
          <nav aria-label="Where this stands" className="flex flex-wrap gap-x-1.5">
            <PageLink href={domainsHref(of)} className="text-link hover:underline">
              Domains
            </PageLink>
            <span aria-hidden="true">/</span>
            <PageLink href={domainHref(domain.domain, 'eligibility', of)} className="text-link hover:underline">
              <VisibleText text={domain.title} limit={80} />
            </PageLink>
          </nav>
        }
        title={
          <>
            {item.number} {label}
          </>
        }
        about={meaning}
        actions={
          <div className="flex flex-wrap items-center gap-2">
            {contentId === null ? null : <CandidatePicker candidates={props.candidates} chosen={of.commit ?? null} />}
            <nav aria-label="Other points" className="flex gap-1">
              <Step href={hrefs['[']} label="Previous point" sign="[" />
              <Step href={hrefs[']']} label="Next point" sign="]" />
            </nav>
          </div>
        }
      />
      {contentId === null ? (
        <NoCandidate origin={props.origin} gate={null} />
      ) : (
        <JudgedNow at={props.judgedAt} sequence={props.sequence} now={now}>
          <div className="mb-4 space-y-1.5">
            <StatusChip status={item.status} overlays={item.overlays} />
            <p className="text-body">{item.claim}</p>
            <p className="text-dense text-muted">
              {STATUS_WORDING[item.status].meaning}{' '}
              {actors.length === 0 ? null : (
                <>
                  {item.status === 'passed' ? 'Answerable' : 'Who can move it'}:{' '}
                  <VisibleText text={actors.join(', ')} limit={200} className="font-medium text-text" />
                </>
              )}
            </p>
          </div>
          <Section
            id="why"
            title={item.status === 'passed' ? 'Why it holds' : 'Why it does not hold'}
            count={count(item.reasons.length, 'reason')}
          >
            <ReasonList reasons={item.reasons} label="Reasons" gateHref={(gate) => gateHref(gate, domain.domain, of)} />
          </Section>
          <Section id="evidence" title="What it was judged by" count={String(evidence.length + older)}>
            {evidence.length === 0 ? (
              <p className="text-body text-muted">No evidence speaks for it on this content.</p>
            ) : (
              <EvidenceTable evidence={evidence} now={now} label="Evidence of this point" />
            )}
            {older > 0 ? <p className="mt-2 text-dense text-muted">{count(older, 'older piece')} not shown.</p> : null}
          </Section>
          <ItemGuidance domain={domain} id={item.id} />
          <Section id="history" title="On the last candidates" count={`${history.length}, judged by the model of today`}>
            <DataTable label="On the last candidates">
              <thead>
                <tr>
                  <HeadCell>Candidate</HeadCell>
                  <HeadCell>{label}</HeadCell>
                  <HeadCell className="text-right">First seen</HeadCell>
                </tr>
              </thead>
              <tbody>
                {history.map((each) => (
                  <tr key={each.contentId} className={each.contentId === contentId ? 'bg-selected' : 'hover:bg-hover'}>
                    <RowHead>
                      <PageLink
                        href={itemHref(domain.domain, item.id, { ...of, commit: each.contentId })}
                        title={each.contentId}
                        aria-current={each.contentId === contentId ? 'true' : undefined}
                        className="inline-block min-h-6 py-0.5 text-link hover:underline"
                      >
                        <Code>{shortContent(each.contentId)}</Code>
                      </PageLink>
                    </RowHead>
                    <Cell>
                      <StatusChip status={each.status} />
                    </Cell>
                    <Cell className="text-right text-muted">
                      <Age at={each.firstSeenAt} now={now} />
                    </Cell>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          </Section>
          <p className="mt-6 text-dense text-muted">The same in the terminal:</p>
          <CodeBlock
            text={`npx lanekeeper eligibility ${domain.domain} --commit ${contentId}`}
            label="Copy the command"
            className="mt-1 max-w-3xl"
          />
        </JudgedNow>
      )}
    </>
  )
}

function Step({ href, label, sign }: { href: string | undefined; label: string; sign: '[' | ']' }) {
  const Icon = sign === '[' ? ChevronLeft : ChevronRight
  if (href === undefined) return null
  return (
    <PageLink href={href} aria-label={label} title={`${label}  ${sign}`} className={buttonLook('secondary', 'icon')}>
      <Icon aria-hidden="true" className="size-4" />
    </PageLink>
  )
}
