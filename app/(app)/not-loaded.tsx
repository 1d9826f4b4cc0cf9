import { NothingLoaded } from '#components/shell/nothing-loaded.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { knownRepositories } from './known-repositories.ts'
import type { NotLoaded } from './load.ts'

/** A page's place when there is nothing to show in it. */
export async function NotLoadedPage({ why, hrefOf }: { why: NotLoaded; hrefOf: (repository: string) => string }) {
  const known = await knownRepositories()
  return (
    <NothingLoaded
      why={why}
      origin={currentSettings().publicUrl}
      repositories={known.state === 'loaded' ? known.value : []}
      hrefOf={hrefOf}
    />
  )
}
