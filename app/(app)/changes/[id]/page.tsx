import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlanPage } from '#components/changes/plan-page.tsx'
import { openGates } from '#components/changes/plan-results.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { loadCurrentModel } from '#lib/usecases/current-model.ts'
import { findDrift } from '#lib/usecases/plan-results.ts'
import { count } from '#lib/wording/count.ts'
import { changeHref } from '#lib/wording/href.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { knownRepositories } from '../../known-repositories.ts'
import { load } from '../../load.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'
import { planResults } from './plan-results.ts'
import { storedPlan } from './stored-plan.ts'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await storedPlan((await params).id)
  if (loaded.state !== 'loaded') return { title: 'Change' }
  const { unmapped, gates } = loaded.value
  const results = await planResults((await params).id)
  const open = results?.state === 'loaded' ? openGates(results.value) : 0
  const told = [open > 0 ? [`${open} open`] : [], unmapped.length > 0 ? [`${unmapped.length} without owner`] : []].flat()
  return { title: [...told, count(gates.length, 'gate'), 'Change'].join(' · ') }
}

/** A stored plan under its permanent address. */
export default async function Change({ params, searchParams }: Props) {
  const { id } = await params
  const loaded = await storedPlan(id)
  if (loaded.state === 'refused' && loaded.refusal.refused === 'plan-unknown') notFound()
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Change" />
        <NotLoadedPage why={loaded} hrefOf={() => changeHref(id)} />
      </>
    )
  }
  const plan = loaded.value
  const parameters = await searchParams
  const gate = textOf(parameters, 'gate')
  const known = gate === undefined || [...plan.gates, ...plan.notRequired].some((each) => each.id === gate)
  const current = await load(() => loadCurrentModel(plan.repository))
  const model = current.state === 'loaded' ? current.value.compiled.model : null
  const results = await planResults(id)
  const repositories = await knownRepositories()
  return (
    <>
      <InvalidParameters parameters={known ? [] : [{ name: 'gate', value: gate, because: 'the plan has no such gate' }]} />
      <PlanPage
        plan={plan}
        now={Date.now()}
        domains={[...new Set((model?.lanes ?? []).map((lane) => lane.domainId))]}
        mapsFolder={model?.locations.ownershipMaps ?? null}
        drift={current.state === 'loaded' ? await findDrift(plan, current.value) : null}
        results={
          results === null
            ? null
            : results.state === 'loaded'
              ? results.value
              : { instead: <NotLoadedPage why={results} hrefOf={() => changeHref(id)} /> }
        }
        allResults={textOf(parameters, 'results') === 'all'}
        origin={currentSettings().publicUrl}
        allFiles={textOf(parameters, 'files') === 'all'}
        repository={repositories.state === 'loaded' && repositories.value.length > 1 ? plan.repository : null}
      />
    </>
  )
}
