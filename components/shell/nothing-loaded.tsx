import { Callout } from '#components/ui/callout.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { NoModel } from '#components/vocabulary/no-model.tsx'
import type { Refusal } from '#lib/model/refusal.ts'
import { Unavailable } from './unavailable.tsx'

/** What stands in place of a page that could not be loaded: why, and what to do. */
export function NothingLoaded({
  why,
  origin,
  repositories,
  hrefOf,
}: {
  why: { readonly state: 'refused'; readonly refusal: Refusal } | { readonly state: 'unavailable'; readonly requestId: string }
  origin: string
  repositories: readonly string[]
  /** The page's own address for a repository. */
  hrefOf: (repository: string) => string
}) {
  if (why.state === 'unavailable') return <Unavailable requestId={why.requestId} />
  const { refusal } = why
  if (refusal.refused === 'no-model') return <NoModel origin={origin} />
  if (refusal.refused === 'repository-required' || refusal.refused === 'repository-unknown') {
    return (
      <EmptyState title={refusal.refused === 'repository-required' ? 'Which repository?' : 'No such repository is stored'}>
        <ul className="space-y-1">
          {repositories.map((repository) => (
            <li key={repository}>
              <PageLink href={hrefOf(repository)} className="font-medium text-link hover:underline">
                <VisibleText text={repository} limit={120} />
              </PageLink>
            </li>
          ))}
        </ul>
      </EmptyState>
    )
  }
  return (
    <Callout tone="caution" title="This cannot be shown">
      <p className="text-dense">
        <VisibleText text={refusal.detail} limit={600} />
      </p>
    </Callout>
  )
}
