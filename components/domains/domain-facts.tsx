import type { ReactNode } from 'react'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { DomainDetail } from '#lib/model/domain-summary.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { domainHref, type OfCandidate } from '#lib/wording/href.ts'

const MOST_PATHS = 4

/** What the lane and the packet say of a domain, in a few lines. */
export function DomainFacts({ domain, of, known }: { domain: DomainDetail; of: OfCandidate; known: ReadonlySet<string> }) {
  const { paths, packet } = domain
  return (
    <dl className="mb-5 grid gap-x-8 gap-y-2 rounded-card border border-border px-4 py-3 text-dense sm:grid-cols-2">
      <Fact name="Paths">
        {paths.slice(0, MOST_PATHS).map(({ pattern }) => (
          <span key={pattern} className="block">
            <PathText path={pattern} limit={80} />
          </span>
        ))}
        {paths.length > MOST_PATHS ? <span className="text-muted">and {groupDigits(paths.length - MOST_PATHS)} more</span> : null}
        {paths.length === 0 ? <span className="text-muted">none claimed</span> : null}
      </Fact>
      <Fact name="Declared at">
        <span className="block">
          <PlaceLine place={domain.lane} />
        </span>
        {packet === null ? <span className="text-muted">no extraction packet</span> : <PlaceLine place={packet} />}
      </Fact>
      <Fact name="Used by">
        <DomainNames names={domain.consumers} none="nobody" of={of} known={known} />
      </Fact>
      <Fact name="Depends on">
        {domain.dependsOn === null ? (
          <span className="text-muted">not declared</span>
        ) : (
          <DomainNames names={domain.dependsOn} none="nothing" of={of} known={known} />
        )}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-3">
      <dt className="w-24 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

function DomainNames({ names, none, of, known }: { names: readonly string[]; none: string; of: OfCandidate; known: ReadonlySet<string> }) {
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
    </span>
  ))
}
