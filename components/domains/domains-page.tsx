import { VerdictChip } from '#components/status/verdict-chip.tsx'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { ListFilter } from '#components/ui/list-filter.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { type CandidateChoice, CandidatePicker } from '#components/vocabulary/candidate-picker.tsx'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import type { DomainSummary } from '#lib/model/domain-summary.ts'
import type { EligibilityVerdict } from '#lib/model/eligibility.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import { domainHref, type OfCandidate } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'

export interface DomainsPageProps {
  readonly domains: readonly DomainSummary[]
  /** By domain; null while there is no candidate. */
  readonly verdicts: ReadonlyMap<string, EligibilityVerdict> | null
  readonly judgedAt: string
  readonly sequence: number
  readonly candidates: readonly CandidateChoice[]
  readonly filter: string
  readonly of: OfCandidate
  readonly unused: readonly UnusedParameter[]
  readonly now: number
}

/** Every domain that a lane declares: who owns it, whether it may go, who uses it, what it must pass. */
export function DomainsPage({ domains, verdicts, judgedAt, sequence, candidates, filter, of, unused, now }: DomainsPageProps) {
  const wanted = filter.trim().toLowerCase()
  const shown = domains.filter(({ domain, title, owner, group }) =>
    `${domain}\n${title}\n${owner ?? ''}\n${group ?? ''}`.toLowerCase().includes(wanted),
  )
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        title="Domains"
        about="What each domain must pass, who owns it and who uses it"
        actions={verdicts === null ? null : <CandidatePicker candidates={candidates} chosen={of.commit ?? null} />}
      />
      {domains.length === 0 ? (
        <EmptyState title="No lane is declared">
          <p className="text-body text-muted">
            A lane says which gates a domain has. <Code>npx lanekeeper init</Code> writes starters, <Code>npx lanekeeper sync</Code> sends
            them.
          </p>
        </EmptyState>
      ) : (
        <JudgedNow at={judgedAt} sequence={sequence} now={now}>
          <div className="mb-3 flex flex-wrap items-center gap-3">
            <ListFilter label="Filter by domain or owner" />
            <p role="status" className="text-dense text-muted">
              {groupDigits(shown.length)} of {count(domains.length, 'domain')} shown
            </p>
          </div>
          {shown.length === 0 ? <p className="py-4 text-body text-muted">No domain or owner has that text in it.</p> : null}
          {shown.length === 0 ? null : <DomainTable domains={shown} verdicts={verdicts} of={of} />}
        </JudgedNow>
      )}
    </>
  )
}

function DomainTable({ domains, verdicts, of }: Pick<DomainsPageProps, 'domains' | 'verdicts' | 'of'>) {
  return (
    <DataTable label="Domains">
      <thead>
        <tr>
          <HeadCell>Domain</HeadCell>
          {verdicts === null ? null : <HeadCell>Verdict</HeadCell>}
          <HeadCell className="hidden md:table-cell">Used by</HeadCell>
          <HeadCell className="hidden md:table-cell">Depends on</HeadCell>
          {GATE_LAYERS.map((layer) => (
            <HeadCell key={layer} className="hidden text-right lg:table-cell" title={GATE_LAYER_WORDING[layer].meaning}>
              {GATE_LAYER_WORDING[layer].label} gates
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {domains.map((each) => {
          const verdict = verdicts?.get(each.domain)
          return (
            <tr key={each.domain} className="hover:bg-hover">
              <RowHead>
                <PageLink href={domainHref(each.domain, 'lane', of)} className="font-medium text-link hover:underline">
                  <VisibleText text={each.title} limit={80} />
                </PageLink>
                <span className="block text-meta text-muted">
                  <Code>
                    <VisibleText text={each.domain} limit={63} />
                  </Code>
                  {each.owner === null ? null : (
                    <>
                      {' · '}
                      <VisibleText text={each.owner} limit={60} />
                    </>
                  )}
                </span>
              </RowHead>
              {verdicts === null ? null : <Cell>{verdict === undefined ? null : <VerdictChip verdict={verdict} />}</Cell>}
              <Cell className="hidden md:table-cell">
                <Names names={each.consumers} none="nobody" />
              </Cell>
              <Cell className="hidden md:table-cell">
                {each.dependsOn === null ? (
                  <span className="text-muted">not declared</span>
                ) : (
                  <Names names={each.dependsOn} none="nothing" />
                )}
              </Cell>
              {GATE_LAYERS.map((layer) => (
                <Cell key={layer} className="hidden text-right lg:table-cell">
                  {groupDigits(each.gates[layer])}
                </Cell>
              ))}
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}

const MOST_NAMES = 3

function Names({ names, none }: { names: readonly string[]; none: string }) {
  if (names.length === 0) return <span className="text-muted">{none}</span>
  return (
    <>
      {names.slice(0, MOST_NAMES).map((name) => (
        <VisibleText key={name} text={name} limit={63} className="block" />
      ))}
      {names.length > MOST_NAMES ? <span className="text-muted">and {groupDigits(names.length - MOST_NAMES)} more</span> : null}
    </>
  )
}
