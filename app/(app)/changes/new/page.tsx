import type { Metadata } from 'next'
import { INPUT_TABS } from '#components/changes/input-tab.ts'
import { NewChangePage } from '#components/changes/new-change-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { loadCurrentModel } from '#lib/usecases/current-model.ts'
import { listPlans } from '#lib/usecases/list-plans.ts'
import { sampleChange } from '#lib/usecases/sample-change.ts'
import { newChangeHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../../load.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'

export const metadata: Metadata = { title: 'Plan a change' }

const RECENT = 6

/** The plan explorer. */
export default async function NewChange({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const loaded = await load(() => loadCurrentModel(repository))
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="What does my change need?" />
        <NotLoadedPage why={loaded} hrefOf={(each) => newChangeHref({ repository: each })} />
      </>
    )
  }
  const recent = await load(() => listPlans({ repository, limit: RECENT, cursor: null }))
  return (
    <NewChangePage
      repository={repository}
      profiles={loaded.value.compiled.model.profiles}
      sample={sampleChange(loaded.value)}
      recent={recent.state === 'loaded' ? recent.value.items : []}
      unused={choiceOf(parameters, 'input', INPUT_TABS, 'diff').unused}
      now={Date.now()}
    />
  )
}
