import { ReasonList } from '#components/status/reason-list.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { Code } from '#components/ui/code.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { JudgedFinding } from '#lib/model/guard.ts'
import { countByRule } from '#lib/rules/guards/count-by-rule.ts'
import { dateOf } from '#lib/wording/age.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { FINDING_STATE_WORDING } from '#lib/wording/finding-state.ts'
import { GUARD_MODE_WORDING } from '#lib/wording/guard-mode.ts'
import { gateHref, type OfCandidate } from '#lib/wording/href.ts'
import { FindingChip } from './finding-chip.tsx'
import { FindingGroups } from './finding-groups.tsx'
import type { GuardToShow } from './guard-to-show.ts'
import { RunsFigure } from './runs-figure.tsx'
import { WORST_FINDINGS_FIRST } from './worst-findings-first.ts'

/** A guard: its mode and what comes next, its findings by rule, its runs, and each finding. */
export function GuardSection({ guard, of, now }: { guard: GuardToShow; of: OfCandidate; now: number }) {
  const { gate, status, overlays, reasons, evidence, findings, counts, domains } = guard
  const id = `guard-${gate.replaceAll('/', '-')}`
  return (
    <section aria-labelledby={id} className="mt-6 space-y-4 first:mt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id={id} className="font-semibold text-section">
          <Code>
            <VisibleText text={gate} limit={140} />
          </Code>
        </h2>
        <StatusChip status={status} overlays={overlays} />
        {evidence === null
          ? null
          : WORST_FINDINGS_FIRST.filter((state) => counts[state] > 0).map((state) => (
              <FindingChip key={state} state={state} amount={groupDigits(counts[state])} />
            ))}
      </div>
      <Mode guard={guard} />
      <p className="text-dense text-muted">
        {domains.length === 0
          ? 'No packet names it.'
          : `${count(domains.length, 'packet names', 'packets name')} it: ${domains.join(', ')}`}
      </p>
      {evidence === null ? (
        <div className="space-y-2">
          <p className="text-body">
            It has reported no findings for this candidate, which is not the same as having found none. Run it and hand them over:
          </p>
          <CodeBlock text={`npx lanekeeper run ${gate} --findings FINDINGS.tsv -- COMMAND`} label="Copy the command" />
        </div>
      ) : (
        <Rules findings={findings} />
      )}
      <ReasonList reasons={reasons} label={`Why ${gate} has its status`} gateHref={(each) => gateHref(each, domains[0] ?? 'global', of)} />
      {guard.runs.length === 0 ? null : <RunsFigure gate={gate} runs={guard.runs} now={now} />}
      <FindingGroups gate={gate} findings={findings} />
    </section>
  )
}

function Mode({ guard }: { guard: GuardToShow }) {
  const { mode, graduation, findings, evidence } = guard
  const nextEnd = nextAllowanceEnd(findings)
  return (
    <dl className="grid gap-x-8 gap-y-2 text-body sm:grid-cols-[max-content_1fr]">
      <dt className="text-muted">Mode</dt>
      <dd>
        {mode === null ? (
          'No packet asks for one, so it blocks nothing.'
        ) : (
          <>
            <span className="font-medium">{GUARD_MODE_WORDING[mode].label}</span> <Code className="text-muted">{mode}</Code>
            <span className="block text-dense text-muted">{GUARD_MODE_WORDING[mode].meaning}</span>
          </>
        )}
      </dd>
      <dt className="text-muted">Next graduation</dt>
      <dd>
        {graduation === null ? (
          'It blocks everything already.'
        ) : (
          <>
            <span className="font-medium">{GUARD_MODE_WORDING[graduation.to].label}</span>{' '}
            <Code className="text-muted">{graduation.to}</Code>
            <span className="block text-dense text-muted">
              {evidence === null
                ? 'What would block then is not known: it has not reported here.'
                : graduation.wouldBlock === 0
                  ? 'Nothing that was found would block then.'
                  : `${count(graduation.wouldBlock, 'finding')} would block then.`}{' '}
              {mode === null ? null : GUARD_MODE_WORDING[mode].next}
            </span>
          </>
        )}
      </dd>
      {nextEnd === null ? null : (
        <>
          <dt className="text-muted">Next allowance ends</dt>
          <dd>
            {dateOf(Date.parse(nextEnd.day))}
            <span className="block text-dense text-muted">
              at 24:00 UTC; then {count(nextEnd.amount, 'finding')} more {nextEnd.amount === 1 ? 'is' : 'are'} debt
            </span>
          </dd>
        </>
      )}
    </dl>
  )
}

function nextAllowanceEnd(findings: readonly JudgedFinding[]): { readonly day: string; readonly amount: number } | null {
  const days = findings.flatMap(({ state, expires }) => (state === 'allowed-debt' && expires !== null ? [expires] : [])).sort()
  const [day] = days
  return day === undefined ? null : { day, amount: days.filter((each) => each === day).length }
}

function Rules({ findings }: { findings: readonly JudgedFinding[] }) {
  const rules = countByRule(findings)
  if (rules.length === 0) return <p className="text-body">It ran and found nothing.</p>
  return (
    <DataTable label="Findings by rule">
      <thead>
        <tr>
          <HeadCell>Rule</HeadCell>
          {WORST_FINDINGS_FIRST.map((state) => (
            <HeadCell key={state} className="text-right" title={FINDING_STATE_WORDING[state].meaning}>
              {FINDING_STATE_WORDING[state].label}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map(({ rule, counts }) => (
          <tr key={rule} className="hover:bg-hover">
            <RowHead className="min-w-36">
              <Code>
                <VisibleText text={rule} limit={80} />
              </Code>
            </RowHead>
            {WORST_FINDINGS_FIRST.map((state) => (
              <Cell key={state} className={counts[state] === 0 ? 'text-right text-muted' : 'text-right font-medium'}>
                {groupDigits(counts[state])}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <RowHead className="font-medium">All rules</RowHead>
          {WORST_FINDINGS_FIRST.map((state) => (
            <Cell key={state} className="text-right font-semibold">
              {groupDigits(rules.reduce((sum, { counts }) => sum + counts[state], 0))}
            </Cell>
          ))}
        </tr>
      </tfoot>
    </DataTable>
  )
}
