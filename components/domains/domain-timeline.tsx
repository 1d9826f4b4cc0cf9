import { FileCheck, type LucideIcon, PackageCheck, SkipForward, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { ResultChip } from '#components/status/result-chip.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { TIMELINE_KINDS, type TimelineEvent, type TimelineKind } from '#lib/model/timeline.ts'
import { count } from '#lib/wording/count.ts'
import { DEBT_KIND_WORDING } from '#lib/wording/debt-kind.ts'
import { domainHref, evidenceHref, gateHref, type OfCandidate, timelineHref } from '#lib/wording/href.ts'
import { REPORTED_RESULT_WORDING } from '#lib/wording/reported-result.ts'
import { TIMELINE_KIND_WORDING } from '#lib/wording/timeline-kind.ts'
import { type TimelineEntry, timelineDays } from './timeline-days.ts'

const ICONS: Readonly<Record<TimelineKind, LucideIcon>> = {
  evidence: FileCheck,
  skip: SkipForward,
  debt: TriangleAlert,
  promotion: PackageCheck,
}

export interface DomainTimelineProps {
  readonly timeline: { readonly items: readonly TimelineEvent[]; readonly next: string | null }
  readonly domain: string
  readonly kind: TimelineKind | null
  /** Where the page begins; null at the newest. */
  readonly cursor: string | null
  readonly of: OfCandidate
  readonly origin: string
  readonly now: number
}

/** What was recorded of a domain, newest first, by the day. */
export function DomainTimeline({ timeline, domain, kind, cursor, of, origin, now }: DomainTimelineProps) {
  const days = timelineDays(timeline.items)
  return (
    <>
      <nav aria-label="Kinds" className="mb-4">
        <ul className="flex flex-wrap gap-1.5">
          {[null, ...TIMELINE_KINDS].map((each) => (
            <li key={each ?? ''}>
              <PageLink
                href={timelineHref(domain, { ...of, kind: each })}
                aria-current={each === kind ? 'page' : undefined}
                className="inline-flex h-7 items-center rounded-control border border-control px-2 text-dense text-text no-underline hover:bg-hover aria-[current=page]:border-accent aria-[current=page]:bg-selected"
              >
                {each === null ? 'Everything' : TIMELINE_KIND_WORDING[each].label}
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
      {days.length === 0 ? <NothingYet kind={kind} cursor={cursor} origin={origin} /> : null}
      {days.map(({ date, entries }) => (
        <section key={date} aria-label={date} className="mb-5">
          <h2 className="mb-2 font-semibold text-body">{date}</h2>
          <ol className="space-y-3 border-border border-l-2 pl-4">
            {entries.map((entry) => (
              <li key={entry.kind === 'other' ? entry.event.id : entry.events[0]?.id} className="text-dense">
                <Entry entry={entry} domain={domain} of={of} now={now} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <nav aria-label="Pages of the timeline" className="mt-3 flex gap-2 empty:hidden">
        {cursor === null ? null : (
          <PageLink href={timelineHref(domain, { ...of, kind })} className={buttonLook()}>
            Newest
          </PageLink>
        )}
        {timeline.next === null ? null : (
          <PageLink href={timelineHref(domain, { ...of, kind, cursor: timeline.next })} className={buttonLook()}>
            Older
          </PageLink>
        )}
      </nav>
    </>
  )
}

function NothingYet({ kind, cursor, origin }: Pick<DomainTimelineProps, 'kind' | 'cursor' | 'origin'>) {
  if (cursor !== null) return <p className="text-body text-muted">Nothing stands before this.</p>
  return (
    <EmptyState title={kind === null ? 'Nothing was recorded of it yet' : `${TIMELINE_KIND_WORDING[kind].none}`}>
      <p className="text-body text-muted">What a pipeline records of its gates is here, by the day:</p>
      <CodeBlock text={`export LANEKEEPER_URL=${origin}\nnpx lanekeeper run GATE -- COMMAND`} label="Copy the commands" />
    </EmptyState>
  )
}

interface Placed {
  readonly domain: string
  readonly of: OfCandidate
  readonly now: number
}

function Entry({ entry, ...placed }: Placed & { entry: TimelineEntry }) {
  if (entry.kind === 'evidence') return <Reported entry={entry} {...placed} />
  const { event } = entry
  const { domain, of, now } = placed
  switch (event.kind) {
    case 'skip':
      return (
        <Line kind="skip" at={event.at} now={now}>
          Skip of <GateLink gate={event.gate} domain={domain} of={of} /> declared under <VisibleText text={event.profile} limit={40} /> for{' '}
          <Candidate id={contentIdOf(event.content)} {...placed} /> by <VisibleText text={event.by} limit={60} />:{' '}
          <VisibleText text={event.reason} limit={240} />
        </Line>
      )
    case 'debt':
      return (
        <Line kind="debt" at={event.at} now={now}>
          {DEBT_KIND_WORDING[event.debt].label} of <GateLink gate={event.gate} domain={domain} of={of} /> on{' '}
          <Candidate id={event.contentId} {...placed} /> opened debt,{' '}
          {event.closedAt === null ? (
            <strong className="font-medium">still open</strong>
          ) : (
            <>
              repaid <Age at={event.closedAt.toISOString()} now={now} />
            </>
          )}
          {event.reason === null ? null : (
            <span className="block text-meta text-muted">
              <VisibleText text={event.reason} limit={300} />
            </span>
          )}
        </Line>
      )
    case 'promotion':
      return (
        <Line kind="promotion" at={event.at} now={now}>
          Promoted on its own with <Candidate id={contentIdOf(event.content)} {...placed} /> by <VisibleText text={event.by} limit={60} />
        </Line>
      )
  }
}

/** More results than these are opened only when they are asked for. */
const MOST_OPEN = 3

function Reported({ entry, domain, of, now }: Placed & { entry: Extract<TimelineEntry, { kind: 'evidence' }> }) {
  const { events, content, producer } = entry
  const newest = events[0]
  if (newest === undefined) return null
  const tally = REPORTED_RESULTS.map((result) => [result, events.filter((each) => each.result === result).length] as const)
    .filter(([, amount]) => amount > 0)
    .map(([result, amount]) => `${amount} ${REPORTED_RESULT_WORDING[result].label.toLowerCase()}`)
  return (
    <Line kind="evidence" at={newest.at} now={now}>
      {count(events.length, 'result')} for <Candidate id={content} domain={domain} of={of} now={now} /> from{' '}
      <VisibleText text={producer} limit={60} />: {tally.join(', ')}
      <Disclosure summary={<span className="text-dense">Each result</span>} open={events.length <= MOST_OPEN} className="mt-0.5 -ml-1">
        <ul className="space-y-1 pt-1 pl-5">
          {events.map((event) => (
            <li key={event.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <ResultChip evidence={{ result: event.result, counts: event.counts, revoked: event.revokedAt }} />
              <GateLink gate={event.gate} domain={domain} of={of} />
              <PageLink href={evidenceHref(event.id)} className="inline-block min-h-6 py-0.5 text-link underline">
                evidence <Code>{event.id.slice(0, 8)}</Code>
              </PageLink>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Line>
  )
}

function Line({ kind, at, now, children }: { kind: TimelineKind; at: Date; now: number; children: ReactNode }) {
  const Icon = ICONS[kind]
  return (
    <div className="flex gap-2">
      <Icon aria-label={TIMELINE_KIND_WORDING[kind].label} role="img" className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">{children}</div>
      <span className="shrink-0 text-muted">
        <Age at={at.toISOString()} now={now} />
      </span>
    </div>
  )
}

function GateLink({ gate, domain, of }: { gate: string; domain: string; of: OfCandidate }) {
  return (
    <PageLink href={gateHref(gate, domain, of)} className="text-link underline">
      <Code>
        <VisibleText text={gate} limit={140} />
      </Code>
    </PageLink>
  )
}

function Candidate({ id, domain, of }: Placed & { id: string }) {
  return (
    <PageLink href={domainHref(domain, 'lane', { ...of, commit: id })} title={id} className="text-link underline">
      <Code>{shortContent(id)}</Code>
    </PageLink>
  )
}
