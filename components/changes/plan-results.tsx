import { ReasonList } from '#components/status/reason-list.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { LayerIcon } from '#components/vocabulary/layer-icon.tsx'
import type { PlannedGate } from '#lib/model/gate-plan.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import { WORST_FIRST } from '#lib/rules/status/roll-up.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { boardHref, changeHref, gateHref } from '#lib/wording/href.ts'
import type { StoredPlan } from './stored-plan.ts'

/** The results of a plan on its head, as they were judged. */
export interface JudgedPlan {
  readonly gates: readonly JudgedGate[]
  readonly beyond: readonly string[]
  readonly computedAt: string
  readonly sequence: number
}

/** More rows are drawn only when they are asked for; what fails stands first. */
export const MOST_RESULTS = 200

/** The plan beside its results: how each gate stands on the head now, and why it was asked for, failures first. */
export function PlanResults({
  plan,
  results,
  all,
  repository,
  now,
}: {
  plan: StoredPlan
  results: JudgedPlan
  /** Every row, however many. */
  all: boolean
  repository: string | null
  now: number
}) {
  const planned = new Map(plan.gates.map((gate) => [gate.id, gate]))
  const of = { repository, commit: plan.head }
  const shown = all ? results.gates : results.gates.slice(0, MOST_RESULTS)
  return (
    <JudgedNow at={results.computedAt} sequence={results.sequence} now={now}>
      <Strip gates={results.gates} />
      {results.beyond.length === 0 ? null : (
        <p className="mb-3 text-dense text-muted">
          The commit needs {count(results.beyond.length, 'gate')} beside those of this plan, by other plans or by the model of today.{' '}
          <PageLink href={boardHref(of)} className="text-link underline">
            The board has all
          </PageLink>
        </p>
      )}
      <DataTable label="Results of the plan">
        <thead>
          <tr>
            <HeadCell>Status</HeadCell>
            <HeadCell>Gate</HeadCell>
            <HeadCell className="hidden md:table-cell">Why it stands so</HeadCell>
            <HeadCell className="hidden lg:table-cell">Why it is required</HeadCell>
          </tr>
        </thead>
        <tbody>
          {shown.map((judged) => (
            <Row key={judged.gate} judged={judged} planned={planned.get(judged.gate)} planId={plan.id} of={of} />
          ))}
        </tbody>
      </DataTable>
      {shown.length === results.gates.length ? null : (
        <p className="mt-3 text-dense">
          <PageLink href={`${changeHref(plan.id)}?results=all#results`} className="text-link underline">
            Show all {groupDigits(results.gates.length)}
          </PageLink>
        </p>
      )}
    </JudgedNow>
  )
}

/** How many gates have come to each status, the worst first; together they are all gates of the plan. */
function Strip({ gates }: { gates: readonly JudgedGate[] }) {
  const amounts = WORST_FIRST.map((status) => ({ status, amount: gates.filter((gate) => gate.status === status).length }))
  return (
    <ul aria-label="Gates by status" className="mb-3 flex flex-wrap gap-2">
      {amounts
        .filter(({ amount }) => amount > 0)
        .map(({ status, amount }) => (
          <li key={status}>
            <StatusChip status={status} note={groupDigits(amount)} />
          </li>
        ))}
    </ul>
  )
}

function Row({
  judged,
  planned,
  planId,
  of,
}: {
  judged: JudgedGate
  planned: PlannedGate | undefined
  planId: string
  of: { readonly repository: string | null; readonly commit: string | null }
}) {
  const title = planned?.title ?? judged.gate
  const [reason] = judged.reasons
  const [because, ...others] = planned?.reasons ?? []
  return (
    <tr className="hover:bg-hover" data-status-row={judged.status}>
      <Cell>
        <StatusChip status={judged.status} overlays={judged.overlays} />
      </Cell>
      <RowHead className="min-w-44">
        <PageLink
          href={`${changeHref(planId, { gate: judged.gate })}#gates`}
          className="wrap-anywhere font-medium text-link hover:underline"
        >
          <VisibleText text={title} limit={140} />
        </PageLink>
        <span className="flex items-center gap-1.5 text-meta text-muted">
          <LayerIcon layer={judged.layer} />
          {judged.domain === null ? 'every domain' : <VisibleText text={judged.domain} limit={63} />}
        </span>
        {reason === undefined ? null : (
          <span className="mt-1 block text-dense md:hidden">
            <VisibleText text={reason.text} limit={200} className="wrap-anywhere" />
          </span>
        )}
      </RowHead>
      <Cell className="hidden min-w-64 md:table-cell">
        {reason === undefined ? <span className="text-muted">nothing is known</span> : <VisibleText text={reason.text} limit={300} />}
        {judged.reasons.length === 0 ? null : (
          <Disclosure
            summary={<span className="font-normal text-dense text-muted">who can move it, and what to run</span>}
            className="[&>summary]:-ml-1"
          >
            <div className="pt-1">
              <ReasonList
                reasons={judged.reasons}
                label={`Reasons: ${visibleText(title)}`}
                gateHref={(gate) => gateHref(gate, judged.domain ?? gate.split('/')[0] ?? '', of)}
              />
            </div>
          </Disclosure>
        )}
      </Cell>
      <Cell className="hidden min-w-56 lg:table-cell">
        {because === undefined ? null : <VisibleText text={because.text} limit={240} />}
        {because?.file == null ? null : (
          <span className="block text-meta text-muted">
            <VisibleText text={because.file} limit={100} />
          </span>
        )}
        {others.length === 0 ? null : <span className="block text-meta text-muted">and {count(others.length, 'more reason')}</span>}
      </Cell>
    </tr>
  )
}

/** A plan that was made of a list of paths alone: nothing recorded can be held against it, and nothing is guessed. */
export function NoHead({ origin }: { origin: string }) {
  const recipe = [
    'git diff --name-only origin/main... |',
    `  jq -Rn --arg head "$(git rev-parse HEAD)" '{files: [inputs], head: $head}' |`,
    `  curl -fsS ${origin}/api/v1/plans -H "Authorization: Bearer $LANEKEEPER_TOKEN" \\`,
    '    -H "Content-Type: application/json" -d @-',
  ].join('\n')
  return (
    <EmptyState title="The plan names no commit" level={3}>
      <p className="text-body">
        It was made of paths alone, so nobody can say which results belong to it. Plan the change again and name its commit; then each gate
        shows here how it stands.
      </p>
      <CodeBlock text={recipe} label="Copy the commands" />
    </EmptyState>
  )
}

/** The gates of a plan that do not let the change through as they stand. */
export function openGates(results: Pick<JudgedPlan, 'gates'>): number {
  return results.gates.filter(({ satisfied }) => !satisfied).length
}
