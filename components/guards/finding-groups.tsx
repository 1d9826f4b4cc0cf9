import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { JudgedFinding } from '#lib/model/guard.ts'
import { dateOf } from '#lib/wording/age.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { FINDING_STATE_WORDING } from '#lib/wording/finding-state.ts'
import { FindingChip } from './finding-chip.tsx'
import { WORST_FINDINGS_FIRST } from './worst-findings-first.ts'

/** A page is no place for thousands; the evidence has them all. */
const MOST_SHOWN = 200

/** The findings of a guard by state; what blocks or is owed lies open. */
export function FindingGroups({ gate, findings }: { gate: string; findings: readonly JudgedFinding[] }) {
  return (
    <div className="space-y-1">
      {WORST_FINDINGS_FIRST.map((state) => {
        const own = findings.filter((finding) => finding.state === state)
        if (own.length === 0) return null
        const { label, meaning, next } = FINDING_STATE_WORDING[state]
        return (
          <Disclosure
            key={state}
            open={state === 'new' || state === 'expired-debt'}
            summary={
              <span className="flex flex-wrap items-center gap-2">
                <FindingChip state={state} />
                {count(own.length, 'finding')}
              </span>
            }
          >
            <p className="pb-2 pl-6 text-dense text-muted">
              {meaning} {next}
            </p>
            <DataTable label={`${label}: findings of ${gate}`}>
              <thead>
                <tr>
                  <HeadCell>Path</HeadCell>
                  <HeadCell>Rule</HeadCell>
                  <HeadCell>Fingerprint</HeadCell>
                  <HeadCell>Declared in</HeadCell>
                  <HeadCell>Allowed until</HeadCell>
                </tr>
              </thead>
              <tbody>
                {own.slice(0, MOST_SHOWN).map((finding, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a guard may report the same finding twice
                  <Row key={`${finding.fingerprint} ${at}`} finding={finding} />
                ))}
              </tbody>
            </DataTable>
            {own.length > MOST_SHOWN ? (
              <p className="pt-1 text-dense text-muted">and {groupDigits(own.length - MOST_SHOWN)} more, which the evidence has</p>
            ) : null}
          </Disclosure>
        )
      })}
    </div>
  )
}

function Row({ finding }: { finding: JudgedFinding }) {
  const { path, rule, fingerprint, declared, expires, owner } = finding
  return (
    <tr className="hover:bg-hover">
      <RowHead>
        <Code>
          <VisibleText text={path} limit={140} />
        </Code>
      </RowHead>
      <Cell>
        <VisibleText text={rule} limit={80} />
      </Cell>
      <Cell>
        <Code>
          <span title={fingerprint}>
            <VisibleText text={fingerprint.slice(0, 12)} limit={12} />
          </span>
        </Code>
      </Cell>
      <Cell>{declared === null ? <span className="text-muted">nowhere</span> : <PlaceLine place={declared} />}</Cell>
      <Cell className="whitespace-nowrap">
        {expires === null ? (
          <span className="text-muted">–</span>
        ) : (
          <>
            {dateOf(Date.parse(expires))}
            {owner === null ? null : (
              <>
                {' · '}
                <VisibleText text={owner} limit={40} />
              </>
            )}
          </>
        )}
      </Cell>
    </tr>
  )
}
