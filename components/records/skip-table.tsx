import { StatusShape } from '#components/status/status-shape.tsx'
import { Chip } from '#components/ui/chip.tsx'
import { Cell, DataTable, HeadCell } from '#components/ui/data-table.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { When } from '#components/vocabulary/when.tsx'
import { type Content, contentIdOf } from '#lib/model/content.ts'
import type { PriorRefusal, ResidualRisk } from '#lib/model/skip.ts'
import { PRIOR_REFUSAL_WORDING } from '#lib/wording/prior-refusal.ts'
import { RESIDUAL_RISK_WORDING } from '#lib/wording/residual-risk.ts'
import { CandidateCell, GateHead } from './gate-cell.tsx'

/** A declared skip as it is judged now. */
export interface ShownSkip {
  readonly id: string
  readonly gate: string
  readonly profile: string
  readonly content: Content
  readonly state: 'accepted' | 'refused'
  readonly refusal: PriorRefusal | null
  readonly reason: string
  readonly risk: ResidualRisk
  readonly declaredBy: string
  readonly declaredAt: string
}

/** Declared skips, accepted and refused: what was left out, under which profile, why, by whom, and whether the proof holds now. */
export function SkipTable({
  skips,
  label,
  gateHref,
  now,
  withContent = false,
}: {
  skips: readonly ShownSkip[]
  label: string
  gateHref: (gate: string) => string
  /** Null for paper, where an age would be wrong tomorrow. */
  now: number | null
  /** Names the candidate of each, where they are not all of one. */
  withContent?: boolean
}) {
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <HeadCell>Gate</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>Profile</HeadCell>
          {withContent ? <HeadCell>Candidate</HeadCell> : null}
          <HeadCell>Reason given</HeadCell>
          <HeadCell>Risk</HeadCell>
          <HeadCell>Declared</HeadCell>
        </tr>
      </thead>
      <tbody>
        {skips.map(({ id, gate, state, refusal, profile, content, reason, risk, declaredBy, declaredAt }) => (
          <tr key={id}>
            <GateHead gate={gate} href={gateHref(gate)} className="min-w-40" />
            <Cell>
              {refusal === null && state === 'accepted' ? (
                <span data-chip="" className="inline-flex items-center gap-1.5 rounded-mark bg-skipped-bg py-0.5 pr-2 pl-1 text-skipped-fg">
                  <StatusShape status="skipped" />
                  Accepted
                </span>
              ) : (
                <span data-chip="" className="inline-flex items-center gap-1.5 rounded-mark bg-blocked-bg py-0.5 pr-2 pl-1 text-blocked-fg">
                  <StatusShape status="blocked" />
                  Refused
                </span>
              )}
              {refusal === null ? null : (
                <span className="mt-0.5 block text-meta text-muted">{PRIOR_REFUSAL_WORDING[refusal].meaning}</span>
              )}
            </Cell>
            <Cell>
              <VisibleText text={profile} limit={40} />
            </Cell>
            {withContent ? <CandidateCell contentId={contentIdOf(content)} /> : null}
            <Cell className="min-w-40">
              <VisibleText text={reason} limit={240} />
            </Cell>
            <Cell>
              <Chip title={RESIDUAL_RISK_WORDING[risk].meaning}>{RESIDUAL_RISK_WORDING[risk].label}</Chip>
            </Cell>
            <Cell>
              <When at={declaredAt} now={now} />
              <span className="block text-meta text-muted">
                <VisibleText text={declaredBy} limit={60} />
              </span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
