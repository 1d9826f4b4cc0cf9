import { Code } from '#components/ui/code.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { CandidateName } from '#components/vocabulary/candidate-name.tsx'
import { type CandidateChoice, CandidatePicker } from '#components/vocabulary/candidate-picker.tsx'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { NoCandidate } from '#components/vocabulary/no-candidate.tsx'
import type { JudgedRow } from '#lib/client/board.ts'
import type { RowFace } from '#lib/model/board.ts'
import { count } from '#lib/wording/count.ts'
import { compareHref } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import type { BoardPlace } from './board-filter.ts'
import { BoardTabs } from './board-tabs.tsx'
import { BoardView } from './board-view.tsx'
import { CompareLink } from './compare-link.tsx'
import { packRows } from './packed-rows.ts'
import { SavedViewsButton } from './saved-views-button.tsx'

export interface BoardPageProps {
  readonly rows: readonly RowFace[]
  /** The row of the cell that the address opens, with its reasons; null when it opens none. */
  readonly opened: JudgedRow | null
  /** What was judged; null while there is no candidate. */
  readonly contentId: string | null
  readonly judgedAt: string
  readonly sequence: number
  readonly candidates: readonly CandidateChoice[]
  readonly of: BoardPlace
  readonly unused: readonly UnusedParameter[]
  readonly origin: string
  readonly now: number
}

/** Which domains may go, and what stops the rest, for one candidate. */
export function BoardPage({ rows, opened, contentId, judgedAt, sequence, candidates, of, unused, origin, now }: BoardPageProps) {
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        title="Readiness board"
        about="Which domains may be promoted on their own, and what stops the rest"
        actions={
          contentId === null ? null : (
            <div className="flex flex-wrap items-center gap-2 print:hidden">
              <CandidatePicker candidates={candidates} chosen={of.commit ?? null} />
              <SavedViewsButton />
              <CompareLink href={compareHref(withTheOneBefore(contentId, candidates), of)} />
            </div>
          )
        }
      />
      {contentId === null ? (
        <NoCandidate origin={origin} gate={null} />
      ) : rows.length === 0 ? (
        <NoLanes />
      ) : (
        <JudgedNow at={judgedAt} sequence={sequence} now={now}>
          <Verdicts rows={rows} contentId={contentId} />
          <BoardTabs open={of.tab} />
          <BoardView
            key={of.tab}
            packed={packRows(rows)}
            of={of}
            judged={{ candidate: contentId, computedAt: judgedAt, sequence }}
            opened={opened}
          />
        </JudgedNow>
      )}
    </>
  )
}

/** The candidate after the one that was first seen before it; null when none of those that are offered is older. */
function withTheOneBefore(head: string, candidates: readonly CandidateChoice[]): { readonly base: string; readonly head: string } | null {
  const at = candidates.findIndex(({ contentId }) => contentId === head)
  const base = at === -1 ? undefined : candidates[at + 1]?.contentId
  return base === undefined ? null : { base, head }
}

function Verdicts({ rows, contentId }: { rows: readonly RowFace[]; contentId: string }) {
  const of = (verdict: RowFace['verdict']) => rows.filter((row) => row.verdict === verdict).length
  const unknown = of('unknown')
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-body text-muted">
      <span className="font-medium text-text">
        {of('eligible')} of {count(rows.length, 'domain')} eligible
      </span>
      <span>
        {of('not-eligible')} not eligible{unknown === 0 ? null : `, ${unknown} unknown`}
      </span>
      <CandidateName contentId={contentId} />
    </p>
  )
}

function NoLanes() {
  return (
    <EmptyState title="No lane is declared">
      <p className="text-body text-muted">
        A lane says which gates a domain has. <Code>npx lanekeeper init</Code> writes starters, <Code>npx lanekeeper sync</Code> sends them.
      </p>
    </EmptyState>
  )
}
