import type { ReactNode } from 'react'
import { DoubtNotice } from '#components/shell/doubt-notice.tsx'
import { whyNothingIsRecorded } from '#lib/usecases/check-readiness.ts'
import { load } from './load.ts'

/** What stands over every page while nothing can be recorded; null while everything can. A database that is away is said by the page. */
export async function historyNotice(): Promise<ReactNode> {
  const loaded = await load(async () => ({ because: whyNothingIsRecorded() }))
  return loaded.state === 'loaded' && loaded.value.because !== null ? <DoubtNotice because={loaded.value.because} /> : null
}
