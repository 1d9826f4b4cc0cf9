import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { ComparePage } from '#components/compare/compare-page.tsx'
import { asRoute } from '#components/ui/as-route.ts'
import { PageHead } from '#components/ui/page-head.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import { contentId } from '#lib/http/schemas/content.ts'
import { compareCandidates } from '#lib/usecases/compare-candidates.ts'
import { findCandidates } from '#lib/usecases/find-candidates.ts'
import { type CompareRange, readRange } from '#lib/wording/compare-range.ts'
import { compareHref } from '#lib/wording/href.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { offeredCandidates } from '../../asked-candidate.ts'
import { load } from '../../load.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'

interface Props {
  readonly params: Promise<{ range?: string[] }>
  readonly searchParams: Promise<SearchParameters>
}

/** Of those that begin as it was typed, no more are named. */
const MOST_NAMED = 5

const comparisonOf = cache((repository: string | null, base: string, head: string) =>
  load(() => compareCandidates({ repository, base, head })),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const repository = textOf(await searchParams, 'repository') ?? null
  const range = readRange(decoded((await params).range))
  if (range === null || !isFull(range)) return { title: 'Compare candidates' }
  const loaded = await comparisonOf(repository, range.base, range.head)
  const names = `${shortContent(range.base)}...${shortContent(range.head)}`
  if (loaded.state !== 'loaded') return { title: `Compare ${names}` }
  const { isSame, items } = loaded.value
  const worse = items.filter(({ direction }) => direction === 'worse').length
  return { title: `${isSame ? 'No difference' : `${worse} worse of ${items.length} changed`} · ${names}` }
}

/** What is not the same on two candidates. */
export default async function Compare({ params, searchParams }: Props) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const path = decoded((await params).range)
  const asked = readRange(path) ?? { base: textOf(parameters, 'base')?.trim() ?? '', head: textOf(parameters, 'head')?.trim() ?? '' }
  const range = { base: await fullName(repository, asked.base), head: await fullName(repository, asked.head) }
  const candidates = await offeredCandidates(repository)
  if (range.base.contentId !== null && range.head.contentId !== null) {
    const full = { base: range.base.contentId, head: range.head.contentId }
    if (path !== `${full.base}...${full.head}`) redirect(asRoute(compareHref(full, { repository })))
    const loaded = await comparisonOf(repository, full.base, full.head)
    if (loaded.state !== 'loaded') return <NotCompared why={loaded} range={full} />
    return <ComparePage asked={full} faults={[]} candidates={candidates} compared={loaded.value} of={{ repository }} now={Date.now()} />
  }
  const reached = await load(() => findCandidates({ repository, text: '', limit: 1 }))
  if (reached.state !== 'loaded') return <NotCompared why={reached} range={null} />
  const typed =
    asked.base === '' && asked.head === '' ? { base: candidates[1]?.contentId ?? '', head: candidates[0]?.contentId ?? '' } : asked
  const faults = [range.base, range.head].flatMap(({ fault }) => (fault === null ? [] : [fault]))
  const unread = path !== '' && readRange(path) === null ? [`${path} does not name two candidates: write base...head.`] : []
  return (
    <ComparePage
      asked={typed}
      faults={[...unread, ...faults]}
      candidates={candidates}
      compared={null}
      of={{ repository }}
      origin={currentSettings().publicUrl}
      now={Date.now()}
    />
  )
}

function NotCompared({ why, range }: { why: Parameters<typeof NotLoadedPage>[0]['why']; range: CompareRange | null }) {
  return (
    <>
      <PageHead title="Compare candidates" />
      <NotLoadedPage why={why} hrefOf={(each) => compareHref(range, { repository: each })} />
    </>
  )
}

interface FullName {
  readonly contentId: string | null
  /** Why it names no candidate; null when it does, or when nothing was typed. */
  readonly fault: string | null
}

/** A full name is taken as it is, also of what was never seen; the beginning of one is, when it begins only one candidate. */
async function fullName(repository: string | null, text: string): Promise<FullName> {
  if (text === '') return { contentId: null, fault: null }
  if (contentId.safeParse(text).success) return { contentId: text, fault: null }
  const loaded = await load(() => findCandidates({ repository, text, limit: MOST_NAMED }))
  const found = loaded.state === 'loaded' ? loaded.value.items : []
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return { contentId: only.contentId, fault: null }
  const fault =
    only === undefined
      ? `${text} names no candidate: give a full commit, tree or sha256:…, or at least four digits that a recorded one begins with.`
      : `${text} begins several candidates: ${found.map((each) => each.contentId.slice(0, text.length + 6)).join(', ')}. Give more of it.`
  return { contentId: null, fault }
}

function isFull({ base, head }: CompareRange): boolean {
  return contentId.safeParse(base).success && contentId.safeParse(head).success
}

/** The framework gives the parts of a path as they stand in the address. */
function decoded(parts: readonly string[] | undefined): string {
  const text = (parts ?? []).join('/')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
