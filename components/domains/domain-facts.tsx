import { Code } from '#components/ui/code.tsx'
import { FactCard, ShortFact } from '#components/ui/fact-list.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { DomainDetail } from '#lib/model/domain-summary.ts'
import type { LaneLayer } from '#lib/model/lane-view.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { domainHref, type OfCandidate } from '#lib/wording/href.ts'

const MOST_PATHS = 4

/** The model that everything is judged by now. */
export interface ModelInForce {
  readonly digest: string
  readonly storedAt: string
}

/** What the lane and the packet say of a domain, in a few lines. */
export function DomainFacts({
  domain,
  layers,
  model,
  of,
  known,
  now,
}: {
  domain: DomainDetail
  layers: readonly LaneLayer[]
  model: ModelInForce
  of: OfCandidate
  known: ReadonlySet<string>
  now: number
}) {
  const { paths, packet } = domain
  const smokes = smokesByConsumer(layers)
  return (
    <FactCard className="mb-5 sm:grid-cols-2">
      <ShortFact name="Paths">
        {paths.slice(0, MOST_PATHS).map(({ pattern }) => (
          <span key={pattern} className="block">
            <PathText path={pattern} limit={80} />
          </span>
        ))}
        {paths.length > MOST_PATHS ? (
          <PageLink href={domainHref(domain.domain, 'ownership', of)} className="text-link underline">
            and {groupDigits(paths.length - MOST_PATHS)} more
          </PageLink>
        ) : null}
        {paths.length === 0 ? <span className="text-muted">none claimed</span> : null}
      </ShortFact>
      <ShortFact name="Declared at">
        <span className="block">
          <PlaceLine place={domain.lane} />
        </span>
        {packet === null ? <span className="text-muted">no extraction packet</span> : <PlaceLine place={packet} />}
      </ShortFact>
      <ShortFact name="Used by">
        <DomainNames names={domain.consumers} none="nobody" of={of} known={known} smokes={smokes} />
      </ShortFact>
      <ShortFact name="Depends on">
        {domain.dependsOn === null ? (
          <span className="text-muted">not declared</span>
        ) : (
          <DomainNames names={domain.dependsOn} none="nothing" of={of} known={known} />
        )}
      </ShortFact>
      <ShortFact name="Model">
        <Code>
          <span title={model.digest}>{model.digest.slice(0, 14)}</span>
        </Code>
        , stored <Age at={model.storedAt} now={now} />
      </ShortFact>
      {packet?.fairwayTask == null ? null : (
        <ShortFact name="Fairway">
          <VisibleText text={packet.fairwayTask} limit={80} />
        </ShortFact>
      )}
    </FactCard>
  )
}

/** How many smokes of the lane are for each consumer. */
function smokesByConsumer(layers: readonly LaneLayer[]): ReadonlyMap<string, number> {
  const smokes = new Map<string, number>()
  for (const { consumer } of layers.flatMap(({ gates }) => gates)) {
    if (consumer !== null) smokes.set(consumer, (smokes.get(consumer) ?? 0) + 1)
  }
  return smokes
}

function DomainNames({
  names,
  none,
  of,
  known,
  smokes,
}: {
  names: readonly string[]
  none: string
  of: OfCandidate
  known: ReadonlySet<string>
  /** Of those that use it: how many smokes there are for each. */
  smokes?: ReadonlyMap<string, number>
}) {
  if (names.length === 0) return <span className="text-muted">{none}</span>
  return names.map((name, at) => (
    <span key={name}>
      {at === 0 ? null : ', '}
      {known.has(name) ? (
        <PageLink href={domainHref(name, 'lane', of)} className="text-link underline">
          <VisibleText text={name} limit={63} />
        </PageLink>
      ) : (
        <VisibleText text={name} limit={63} />
      )}
      {smokes === undefined ? null : <span className="text-muted"> ({count(smokes.get(name) ?? 0, 'smoke')})</span>}
    </span>
  ))
}
