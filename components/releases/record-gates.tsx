import { StatusChip } from '#components/status/status-chip.tsx'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { farRows } from '#components/ui/far-rows.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { JudgedGate } from '#lib/model/judgement.ts'

const MOST_EVIDENCE = 3

/** Gates of a record, one a row: what each is, why in one sentence, and the evidence it was judged by. */
export function RecordGates({ gates, label }: { gates: readonly JudgedGate[]; label: string }) {
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <HeadCell>Gate</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell>Because</HeadCell>
          <HeadCell>Who can move it</HeadCell>
          <HeadCell>Evidence</HeadCell>
        </tr>
      </thead>
      <tbody className={farRows(gates.length) || undefined}>
        {gates.map(({ gate, status, overlays, reasons, evidence }) => (
          <tr key={gate}>
            <RowHead className="min-w-40">
              <Code>
                <VisibleText text={gate} limit={140} />
              </Code>
            </RowHead>
            <Cell>
              <StatusChip status={status} overlays={overlays} />
            </Cell>
            <Cell className="min-w-48">{reasons[0] === undefined ? null : <VisibleText text={reasons[0].text} limit={300} />}</Cell>
            <Cell>
              <VisibleText text={[...new Set(reasons.flatMap(({ actors }) => actors))].join(', ')} limit={120} />
            </Cell>
            <Cell>
              {evidence.slice(-MOST_EVIDENCE).map((id) => (
                <span key={id} className="block whitespace-nowrap">
                  <Code>{id}</Code>
                </span>
              ))}
              {evidence.length > MOST_EVIDENCE ? <span className="text-muted">and {evidence.length - MOST_EVIDENCE} earlier</span> : null}
              {evidence.length === 0 ? <span className="text-muted">none</span> : null}
            </Cell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
