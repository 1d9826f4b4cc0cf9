import type { Metadata } from 'next'
import { OwnershipPage } from '#components/ownership/ownership-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { loadCurrentModel } from '#lib/usecases/current-model.ts'
import { ownershipCoverage } from '#lib/usecases/ownership-coverage.ts'
import { sampleChange } from '#lib/usecases/sample-change.ts'
import { OWNERSHIP_TABS, ownershipHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

const SEVERITIES = ['error', 'warning'] as const

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const { value } = choiceOf(await searchParams, 'tab', OWNERSHIP_TABS, 'resolve')
  return { title: value === 'resolve' ? 'Ownership' : `${value[0]?.toUpperCase()}${value.slice(1)} · Ownership` }
}

/** Who owns what, and what has no owner. */
export default async function Ownership({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const tab = choiceOf(parameters, 'tab', OWNERSHIP_TABS, 'resolve')
  const severity = choiceOf(parameters, 'severity', SEVERITIES, null)
  const current = await load(() => loadCurrentModel(repository))
  const coverage = await load(() => ownershipCoverage(repository))
  const missing = current.state !== 'loaded' ? current : coverage.state !== 'loaded' ? coverage : null
  if (missing !== null || current.state !== 'loaded' || coverage.state !== 'loaded') {
    return (
      <>
        <PageHead title="Ownership" />
        {missing === null ? null : <NotLoadedPage why={missing} hrefOf={(each) => ownershipHref(tab.value, { repository: each })} />}
      </>
    )
  }
  return (
    <OwnershipPage
      tab={tab.value}
      model={current.value.compiled.model}
      storedAt={current.value.version.createdAt.toISOString()}
      coverage={coverage.value}
      repository={repository}
      filter={textOf(parameters, 'q') ?? ''}
      severity={severity.value}
      examples={sampleChange(current.value)}
      unused={[...tab.unused, ...severity.unused]}
      now={Date.now()}
    />
  )
}
