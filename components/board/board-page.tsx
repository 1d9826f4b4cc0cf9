import { Code } from '#components/ui/code.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { type CandidateChoice, CandidatePicker } from '#components/vocabulary/candidate-picker.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { NoCandidate } from '#components/vocabulary/no-candidate.tsx'
import type { BoardRow } from '#lib/model/board.ts'
import { count } from '#lib/wording/count.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import type { BoardPlace } from './board-filter.ts'
import { BoardTabs } from './board-tabs.tsx'
import { BoardView } from './board-view.tsx'

export interface BoardPageProps {
  readonly rows: readonly BoardRow[]
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
export function BoardPage({ rows, contentId, judgedAt, sequence, candidates, of, unused, origin, now }: BoardPageProps) {
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        title="Readiness board"
        about="Which domains may be promoted on their own, and what stops the rest"
        actions={contentId === null ? null : <CandidatePicker candidates={candidates} chosen={of.commit ?? null} />}
      />
      {contentId === null ? (
        <NoCandidate origin={origin} gate={null} />
      ) : rows.length === 0 ? (
        <NoLanes />
      ) : (
        <JudgedNow at={judgedAt} sequence={sequence} now={now}>
          <Verdicts rows={rows} contentId={contentId} />
          <BoardTabs open={of.tab} />
          <BoardView key={of.tab} rows={rows} of={of} origin={{ candidate: contentId, computedAt: judgedAt }} />
        </JudgedNow>
      )}
    </>
  )
}

function Verdicts({ rows, contentId }: { rows: readonly BoardRow[]; contentId: string }) {
  const of = (verdict: BoardRow['verdict']) => rows.filter((row) => row.verdict === verdict).length
  const unknown = of('unknown')
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-body text-muted">
      <span className="font-medium text-text">
        {of('eligible')} of {count(rows.length, 'domain')} eligible
      </span>
      <span>
        {of('not-eligible')} not eligible{unknown === 0 ? null : `, ${unknown} unknown`}
      </span>
      <span className="inline-flex items-center">
        on&nbsp;
        <Code>
          <span title={contentId}>{shortContent(contentId)}</span>
        </Code>
        <CopyButton text={contentId} label="Copy candidate" />
      </span>
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
