import { whoIsLooking } from '#app/who-is-looking.ts'
import { CandidateStrip } from '#components/domains/candidate-strip.tsx'
import { DomainEvidence } from '#components/domains/domain-evidence.tsx'
import { DomainOwnership } from '#components/domains/domain-ownership.tsx'
import { DomainSkips } from '#components/domains/domain-skips.tsx'
import { DomainTimeline } from '#components/domains/domain-timeline.tsx'
import { EligibilityPoints } from '#components/domains/eligibility-points.tsx'
import { LaneColumns } from '#components/domains/lane-columns.tsx'
import { Promote } from '#components/promotions/promote.tsx'
import { Section } from '#components/ui/section.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { TIMELINE_KINDS } from '#lib/model/timeline.ts'
import { whyNotPromote } from '#lib/rules/promotions/why-not-promote.ts'
import { domainDebts } from '#lib/usecases/domain-debts.ts'
import { domainTimeline } from '#lib/usecases/domain-timeline.ts'
import { listEvidence } from '#lib/usecases/list-evidence.ts'
import { readDomainOwnership } from '#lib/usecases/read-domain-ownership.ts'
import { type DomainTab, domainHref, type OfCandidate } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters, textOf, type UnusedParameter } from '#lib/wording/search-parameters.ts'
import { load } from '../../load.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'
import { type DomainAt, lastCandidates } from './domain-at.ts'

interface Props {
  readonly tab: DomainTab
  readonly at: DomainAt
  readonly contentId: string | null
  readonly of: OfCandidate & { readonly repository: string | null }
  readonly parameters: SearchParameters
  readonly now: number
}

const PAGE = 50

/** Parameters that only one tab takes, where they are not to be used. */
export function unusedOfTab(tab: DomainTab, parameters: SearchParameters): readonly UnusedParameter[] {
  return tab === 'timeline' ? choiceOf(parameters, 'kind', TIMELINE_KINDS, null).unused : []
}

/** What a tab of a domain's page shows; each asks only for its own. */
export async function DomainTabContent({ tab, at, contentId, of, parameters, now }: Props) {
  const { domain } = at.detail
  const { repository } = of
  const cursor = textOf(parameters, 'cursor') ?? null
  const notLoaded = (why: Parameters<typeof NotLoadedPage>[0]['why']) => (
    <NotLoadedPage why={why} hrefOf={(each) => domainHref(domain, tab, { repository: each })} />
  )
  switch (tab) {
    case 'lane':
      return (
        <>
          <LaneColumns layers={at.lane.layers} domain={domain} planId={at.lane.planId} of={of} />
          <LastCandidates domain={domain} contentId={contentId} repository={repository} now={now} />
        </>
      )
    case 'eligibility':
      return (
        <>
          {at.eligibility.content === null ? null : (
            <Promote
              domain={domain}
              title={at.detail.title}
              content={at.eligibility.content}
              whyNot={whyNotPromote(at.eligibility, (await whoIsLooking()).person)}
              of={of}
            />
          )}
          <EligibilityPoints items={at.eligibility.items} domain={domain} of={of} />
          <LastCandidates domain={domain} contentId={contentId} repository={repository} now={now} />
        </>
      )
    case 'skips': {
      const gates = at.lane.layers.flatMap((layer) => layer.gates.map(({ gate }) => gate)).filter((gate) => gate.startsWith(`${domain}/`))
      const debts = await load(() => domainDebts({ repository, domain, gates }))
      return debts.state === 'loaded' ? <DomainSkips debts={debts.value} domain={domain} of={of} now={now} /> : notLoaded(debts)
    }
    case 'evidence': {
      const filter = { gate: null, contentId: null, result: null, profile: null, domain }
      const evidence = await load(() => listEvidence({ ...filter, repository, limit: PAGE, cursor }))
      if (evidence.state !== 'loaded') return notLoaded(evidence)
      return (
        <DomainEvidence evidence={evidence.value} domain={domain} cursor={cursor} of={of} origin={currentSettings().publicUrl} now={now} />
      )
    }
    case 'timeline': {
      const kind = choiceOf(parameters, 'kind', TIMELINE_KINDS, null).value
      const timeline = await load(() => domainTimeline({ repository, domain, kind, limit: PAGE, cursor }))
      if (timeline.state !== 'loaded') return notLoaded(timeline)
      const origin = currentSettings().publicUrl
      return <DomainTimeline timeline={timeline.value} domain={domain} kind={kind} cursor={cursor} of={of} origin={origin} now={now} />
    }
    case 'ownership': {
      const ownership = await load(() => readDomainOwnership({ repository, domain }))
      return ownership.state === 'loaded' ? <DomainOwnership ownership={ownership.value} domain={domain} of={of} /> : notLoaded(ownership)
    }
  }
}

interface LastProps {
  readonly domain: string
  readonly contentId: string | null
  readonly repository: string | null
  readonly now: number
}

async function LastCandidates({ domain, contentId, repository, now }: LastProps) {
  const history = await lastCandidates(repository, domain)
  if (history.state !== 'loaded') return <NotLoadedPage why={history} hrefOf={(each) => domainHref(domain, 'lane', { repository: each })} />
  const { items } = history.value
  return (
    <Section id="candidates" title="The last candidates" count={`${items.length}, judged by the model of today`}>
      <CandidateStrip moments={items} domain={domain} chosen={contentId} of={{ repository }} now={now} />
    </Section>
  )
}
