import { NoProfile } from '#components/releases/no-profile.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import type { NotLoaded } from '../../load.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'

/** The place of a release, or of its record, when there is nothing to show in it. */
export function NoRelease({ title, why, hrefOf }: { title: string; why: NotLoaded; hrefOf: (repository: string) => string }) {
  const hasNoProfile = why.state === 'refused' && why.refusal.refused === 'profile-unknown'
  return (
    <>
      <PageHead title={title} />
      {hasNoProfile ? <NoProfile /> : <NotLoadedPage why={why} hrefOf={hrefOf} />}
    </>
  )
}
