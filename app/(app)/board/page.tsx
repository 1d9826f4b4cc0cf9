import type { Metadata } from 'next'
import { holdAsLongAs } from '#app/hold-as-long-as.ts'
import { BOARD_MARKS, BOARD_SORTS } from '#components/board/board-filter.ts'
import { BoardPage } from '#components/board/board-page.tsx'
import { findCell, readCellId } from '#components/board/cell-id.ts'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { BOARD_TABS, type BoardRow } from '#lib/model/board.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { boardHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters, textOf, type UnusedParameter } from '#lib/wording/search-parameters.ts'
import { askedCandidate, offeredCandidates } from '../asked-candidate.ts'
import { NotLoadedPage } from '../not-loaded.tsx'
import { boardAt, boardTitle } from './board-at.ts'

interface Props {
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const parameters = await searchParams
  const { repository, commit } = askedCandidate(parameters)
  return { title: boardTitle(await boardAt(repository, commit, choiceOf(parameters, 'tab', BOARD_TABS, 'items').value), 'Board') }
}

/** The readiness board, where a visit begins. */
export default async function Board({ searchParams }: Props) {
  const parameters = await searchParams
  const { repository, commit, unused } = askedCandidate(parameters)
  const tab = choiceOf(parameters, 'tab', BOARD_TABS, 'items')
  const loaded = await boardAt(repository, commit, tab.value)
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Readiness board" />
        <NotLoadedPage why={loaded} hrefOf={(each) => boardHref({ repository: each })} />
      </>
    )
  }
  holdAsLongAs(loaded.value)
  const { rows, content, computedAt, sequence } = loaded.value
  const cell = textOf(parameters, 'cell')
  const row = cell === undefined ? undefined : rows.find(({ domain }) => domain === readCellId(cell)?.domain)
  const { unused: unusedMark } = choiceOf(parameters, 'status', BOARD_MARKS, null)
  const { unused: unusedSort } = choiceOf(parameters, 'sort', BOARD_SORTS, 'open')
  return (
    <BoardPage
      rows={rows}
      opened={row === undefined ? null : { row, computedAt, sequence }}
      contentId={commit ?? (content === null ? null : contentIdOf(content))}
      judgedAt={computedAt}
      sequence={sequence}
      candidates={await offeredCandidates(repository)}
      of={{ repository, commit, tab: tab.value }}
      unused={[...unused, ...tab.unused, ...unusedMark, ...unusedSort, ...unusedCell(rows, cell)]}
      origin={currentSettings().publicUrl}
      now={Date.now()}
    />
  )
}

function unusedCell(rows: readonly BoardRow[], cell: string | undefined): readonly UnusedParameter[] {
  return cell === undefined || findCell(rows, cell) !== null ? [] : [{ name: 'cell', value: cell, because: 'the board has no such cell' }]
}
