import { redirect } from 'next/navigation'
import { asRoute } from '#components/ui/as-route.ts'
import { loadCurrentModel } from '#lib/usecases/current-model.ts'
import { BOARD_HREF, NEW_CHANGE_HREF } from '#lib/wording/href.ts'
import { load } from './(app)/load.ts'

/** A visit begins at the board; before there is a model, where the first one is asked for. */
export default async function HomePage() {
  const loaded = await load(() => loadCurrentModel(null))
  redirect(asRoute(loaded.state === 'refused' && loaded.refusal.refused === 'no-model' ? NEW_CHANGE_HREF : BOARD_HREF))
}
