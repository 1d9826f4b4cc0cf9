import type { Metadata } from 'next'
import { AuditPage } from '#components/audit/audit-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { AUDIT_ACTIONS } from '#lib/model/audit.ts'
import { historyPosition } from '#lib/usecases/history-position.ts'
import { listAuditPage } from '#lib/usecases/list-audit.ts'
import { readShownCheckpoint } from '#lib/usecases/read-checkpoint.ts'
import { auditHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters, textOf, textThat } from '#lib/wording/search-parameters.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

export const metadata: Metadata = { title: 'Audit' }

const PAGE = 50

/** The audit chain, newest first, or from an entry on. */
export default async function Audit({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const cursor = textOf(parameters, 'cursor') ?? null
  const action = choiceOf(parameters, 'action', AUDIT_ACTIONS, null)
  const entry = textThat(parameters, 'entry', (text) => /^[1-9]\d{0,14}$/.test(text), 'not the number of an entry')
  const from = entry.value === null ? null : Number(entry.value)
  const loaded = await load(async () => {
    const { sequence } = await historyPosition()
    const checkpoint = await readShownCheckpoint()
    return { sequence, checkpoint, ...(await listAuditPage({ repository, action: action.value, limit: PAGE, cursor, from })) }
  })
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Audit" />
        <NotLoadedPage why={loaded} hrefOf={(each) => auditHref({ repository: each })} />
      </>
    )
  }
  const { items, next, sequence, checkpoint } = loaded.value
  const gone = { name: 'entry', value: entry.value ?? '', because: 'the chain has no such entry' }
  return (
    <AuditPage
      entries={items}
      next={next}
      action={action.value}
      repository={repository}
      sequence={sequence}
      checkpoint={checkpoint}
      isNewest={cursor === null && from === null}
      unused={[...action.unused, ...entry.unused, ...(from === null || items[0]?.sequence === from ? [] : [gone])]}
      origin={currentSettings().publicUrl}
      now={Date.now()}
    />
  )
}
