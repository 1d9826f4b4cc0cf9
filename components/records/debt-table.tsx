import { Chip } from '#components/ui/chip.tsx'
import { Cell, DataTable, HeadCell } from '#components/ui/data-table.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { When } from '#components/vocabulary/when.tsx'
import type { DebtKind } from '#lib/model/debt.ts'
import { DEBT_KIND_WORDING } from '#lib/wording/debt-kind.ts'
import { CandidateCell, GateHead } from './gate-cell.tsx'

/** A line of the ledger. */
export interface ShownDebt {
  readonly id: string
  readonly kind: DebtKind
  readonly gate: string
  readonly content: string
  readonly owner: string | null
  readonly openedAt: string
  readonly closedAt: string | null
  readonly reasons: readonly string[]
}

/** Lines of the debt ledger: what is owed, by whom, since when, and when it was repaid. */
export function DebtTable({
  lines,
  label,
  gateHref,
  now,
  withContent = false,
}: {
  lines: readonly ShownDebt[]
  label: string
  gateHref: (gate: string, content: string) => string
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
          <HeadCell>Owed for</HeadCell>
          <HeadCell>State</HeadCell>
          {withContent ? <HeadCell>Candidate</HeadCell> : null}
          <HeadCell>Owner</HeadCell>
          <HeadCell>Opened</HeadCell>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, kind, gate, content, owner, openedAt, closedAt, reasons }) => (
          <tr key={id}>
            <GateHead gate={gate} href={gateHref(gate, content)} className="min-w-56" />
            <Cell className="min-w-48">
              <span className="font-medium">{DEBT_KIND_WORDING[kind].label}</span>
              {reasons[0] === undefined ? null : (
                <span className="block text-meta text-muted">
                  <VisibleText text={reasons[0]} limit={300} />
                </span>
              )}
            </Cell>
            <Cell>
              {closedAt === null ? (
                <Chip tone="unowned">Open</Chip>
              ) : (
                <span>
                  repaid <When at={closedAt} now={now} />
                </span>
              )}
            </Cell>
            {withContent ? <CandidateCell contentId={content} /> : null}
            <Cell>{owner === null ? <span className="text-muted">no owner</span> : <VisibleText text={owner} limit={60} />}</Cell>
            <Cell>
              <When at={openedAt} now={now} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
