import type { ReactNode } from 'react'
import { PageKeys } from '#components/shell/page-keys.tsx'
import { VerdictChip } from '#components/status/verdict-chip.tsx'
import { Code } from '#components/ui/code.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { tabLook } from '#components/ui/tab-look.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { CandidateName } from '#components/vocabulary/candidate-name.tsx'
import { type CandidateChoice, CandidatePicker } from '#components/vocabulary/candidate-picker.tsx'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { NoCandidate } from '#components/vocabulary/no-candidate.tsx'
import type { DomainDetail } from '#lib/model/domain-summary.ts'
import type { DomainEligibility } from '#lib/model/eligibility.ts'
import type { LaneLayer } from '#lib/model/lane-view.ts'
import { DOMAIN_TAB_WORDING } from '#lib/wording/domain-tab.ts'
import { ELIGIBILITY_ITEM_WORDING } from '#lib/wording/eligibility-item.ts'
import { DOMAIN_TABS, type DomainTab, domainHref, domainsHref, type OfCandidate } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { DomainFacts, type ModelInForce } from './domain-facts.tsx'

export interface DomainPageProps {
  readonly domain: DomainDetail
  readonly eligibility: DomainEligibility
  readonly layers: readonly LaneLayer[]
  readonly tab: DomainTab
  /** What was judged; null while there is no candidate. */
  readonly contentId: string | null
  readonly judgedAt: string
  readonly sequence: number
  readonly model: ModelInForce
  readonly candidates: readonly CandidateChoice[]
  readonly of: OfCandidate
  /** Domains that have a page. */
  readonly known: ReadonlySet<string>
  readonly unused: readonly UnusedParameter[]
  readonly origin: string
  readonly now: number
  /** What the tab shows. */
  readonly children: ReactNode
}

/** These tabs say nothing without a candidate. */
const NEED_CANDIDATE: readonly DomainTab[] = ['lane', 'eligibility']

/** One domain on one candidate: what its lane asks for and how that stands, the eight points, and what was recorded and declared of it. */
export function DomainPage(props: DomainPageProps) {
  const { domain, contentId, of, tab, eligibility, layers } = props
  const tabs = (
    <nav aria-label="Domain" className="mb-5 overflow-x-auto border-border border-b">
      <ul className="flex w-max gap-1 pr-1">
        {DOMAIN_TABS.map((each) => (
          <li key={each}>
            <PageLink href={domainHref(domain.domain, each, of)} aria-current={each === tab ? 'page' : undefined} className={tabLook}>
              {DOMAIN_TAB_WORDING[each].label}
              <span className="font-normal text-dense text-muted empty:hidden">{contentId === null ? null : tabCount(each, props)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
  return (
    <>
      <InvalidParameters parameters={props.unused} />
      <PageKeys keys={Object.fromEntries(DOMAIN_TABS.map((each, at) => [String(at + 1), domainHref(domain.domain, each, of)]))} />
      <PageHead
        trail={
          <PageLink href={domainsHref(of)} className="text-link hover:underline">
            Domains
          </PageLink>
        }
        title={<VisibleText text={domain.title} limit={120} />}
        about={
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-dense">
            <Code>
              <VisibleText text={domain.domain} limit={63} />
            </Code>
            {domain.owner === null ? (
              <span>no owner declared</span>
            ) : (
              <VisibleText text={domain.owner} limit={80} className="font-medium text-text" />
            )}
            {contentId === null ? null : <CandidateName contentId={contentId} />}
          </p>
        }
        actions={contentId === null ? null : <CandidatePicker candidates={props.candidates} chosen={of.commit ?? null} />}
      />
      <DomainFacts domain={domain} layers={layers} model={props.model} of={of} known={props.known} now={props.now} />
      {contentId === null ? (
        <>
          {tabs}
          {NEED_CANDIDATE.includes(tab) ? (
            <NoCandidate origin={props.origin} gate={layers.flatMap(({ gates }) => gates)[0]?.gate ?? null} />
          ) : (
            props.children
          )}
        </>
      ) : (
        <JudgedNow at={props.judgedAt} sequence={props.sequence} now={props.now}>
          <Verdict eligibility={eligibility} profile={domain.packet?.releaseProfile ?? null} />
          {tabs}
          {props.children}
        </JudgedNow>
      )}
    </>
  )
}

function tabCount(tab: DomainTab, { layers, eligibility }: DomainPageProps): string | null {
  if (tab === 'lane') return String(layers.flatMap(({ gates }) => gates).length)
  return tab === 'eligibility' ? `${8 - eligibility.unmet.length} of 8` : null
}

function Verdict({ eligibility, profile }: { eligibility: DomainEligibility; profile: string | null }) {
  const { unmet, verdict } = eligibility
  const names = unmet.map((id) => ELIGIBILITY_ITEM_WORDING[id].label)
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-body">
      <VerdictChip verdict={verdict} />
      <span>
        {verdict === 'unknown' ? (
          'A file that the points rest on could not be read.'
        ) : unmet.length === 0 ? (
          'All eight points of independent promotion hold.'
        ) : (
          <>
            {unmet.length} of 8 points open: {names.join(', ')}. It goes with{' '}
            {profile === null ? 'the platform' : <VisibleText text={profile} limit={63} />}.
          </>
        )}
      </span>
    </p>
  )
}
