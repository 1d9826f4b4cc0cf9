import type { ReactNode } from 'react'
import { Code } from '#components/ui/code.tsx'
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
    <dl className="mb-5 grid gap-x-8 gap-y-2 rounded-card border border-border px-4 py-3 text-dense sm:grid-cols-2">
      <Fact name="Paths">
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
      </Fact>
      <Fact name="Declared at">
        <span className="block">
          <PlaceLine place={domain.lane} />
        </span>
        {packet === null ? <span className="text-muted">no extraction packet</span> : <PlaceLine place={packet} />}
      </Fact>
      <Fact name="Used by">
        <DomainNames names={domain.consumers} none="nobody" of={of} known={known} smokes={smokes} />
      </Fact>
      <Fact name="Depends on">
        {domain.dependsOn === null ? (
          <span className="text-muted">not declared</span>
        ) : (
          <DomainNames names={domain.dependsOn} none="nothing" of={of} known={known} />
        )}
      </Fact>
      <Fact name="Model">
        <Code>
          <span title={model.digest}>{model.digest.slice(0, 14)}</span>
        </Code>
        , stored <Age at={model.storedAt} now={now} />
      </Fact>
      {packet?.fairwayTask == null ? null : (
        <Fact name="Fairway">
          <VisibleText text={packet.fairwayTask} limit={80} />
        </Fact>
      )}
    </dl>
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

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-3">
      <dt className="w-24 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
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
