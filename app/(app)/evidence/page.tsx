import type { Metadata } from 'next'
import { EvidencePage } from '#components/evidence/evidence-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { contentId } from '#lib/http/schemas/content.ts'
import { gateId, identifier } from '#lib/http/schemas/text.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { loadCurrentModel } from '#lib/usecases/current-model.ts'
import { historyPosition } from '#lib/usecases/history-position.ts'
import { listEvidence } from '#lib/usecases/list-evidence.ts'
import { type EvidenceFilters, evidenceListHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters, textOf, textThat, type UnusedParameter } from '#lib/wording/search-parameters.ts'
import { offeredCandidates } from '../asked-candidate.ts'
import { load, type NotLoaded } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

export const metadata: Metadata = { title: 'Evidence' }

const PAGE = 50

/** More gates are not offered while one types; any other can still be asked for by its whole id. */
const MOST_OFFERED = 300

/** What was recorded, newest first. */
export default async function Evidence({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const model = await load(() => loadCurrentModel(repository))
  if (model.state !== 'loaded') return <NotShown why={model} />
  const { lanes, profiles } = model.value.compiled.model
  const { asked, unused } = readAsked(parameters, lanes)
  const cursor = textOf(parameters, 'cursor') ?? null
  const { gate = null, domain = null, profile = null, result = null, commit = null } = asked
  const position = await load(historyPosition)
  if (position.state !== 'loaded') return <NotShown why={position} />
  const loaded = await load(() => listEvidence({ repository, gate, domain, profile, result, contentId: commit, limit: PAGE, cursor }))
  if (loaded.state !== 'loaded') return <NotShown why={loaded} />
  const ofDomain = lanes.filter(({ domainId }) => domain === null || domainId === domain)
  const gates = [...new Set(ofDomain.flatMap((lane) => lane.gates).map(({ id }) => id))]
  return (
    <EvidencePage
      evidence={loaded.value}
      asked={{ repository, ...asked }}
      cursor={cursor}
      choices={{
        domains: [...new Set(lanes.map(({ domainId }) => domainId))].sort(),
        profiles: [...new Set(profiles.map(({ id }) => id))].sort(),
        gates: gates.slice(0, MOST_OFFERED),
        candidates: await offeredCandidates(repository),
      }}
      sequence={position.value.sequence}
      unused={unused}
      origin={currentSettings().publicUrl}
      now={Date.now()}
    />
  )
}

function NotShown({ why }: { why: NotLoaded }) {
  return (
    <>
      <PageHead title="Evidence" />
      <NotLoadedPage why={why} hrefOf={(each) => evidenceListHref({ repository: each })} />
    </>
  )
}

/** Reads what the list is narrowed to; what cannot be used is said, and does not narrow it. */
function readAsked(
  parameters: SearchParameters,
  lanes: OperatingModel['lanes'],
): { readonly asked: EvidenceFilters; readonly unused: readonly UnusedParameter[] } {
  const domains = new Set([...lanes.map(({ domainId }) => domainId), 'global'])
  const isContent = (text: string) => contentId.safeParse(text).success
  const gate = textThat(parameters, 'gate', (text) => gateId.safeParse(text).success, 'not the whole id of a gate')
  const domain = textThat(parameters, 'domain', (text) => domains.has(text), 'no lane declares this domain')
  const profile = textThat(parameters, 'profile', (text) => identifier.safeParse(text).success, 'not the id of a profile')
  const commit = textThat(parameters, 'commit', isContent, 'not a full commit or tree, nor sha256: and 64 digits')
  const result = choiceOf(parameters, 'result', REPORTED_RESULTS, null)
  return {
    asked: { gate: gate.value, domain: domain.value, profile: profile.value, result: result.value, commit: commit.value },
    unused: [...gate.unused, ...domain.unused, ...profile.unused, ...result.unused, ...commit.unused],
  }
}
