'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { resolveQuery } from '#lib/client/ownership.ts'
import { Queries } from '#lib/client/queries.tsx'
import { faultOf } from '#lib/client/request.ts'
import { momentOf } from '#lib/wording/age.ts'
import { ResolvedPath } from './resolved-path.tsx'

interface Asked {
  readonly repository: string | null
  /** A path of the repository. */
  readonly asked: string
}

/** Who owns a path. */
export function PathAnswer(of: Asked) {
  return (
    <Queries>
      <Answer {...of} />
    </Queries>
  )
}

/** The answer as it is now. One that could not be renewed says how old it is, and one for another path is not shown. */
function Answer({ repository, asked }: Asked) {
  const { data, error, isError, isPending, isFetching, dataUpdatedAt, refetch } = useQuery(resolveQuery(repository, asked))
  return (
    <div aria-busy={isFetching} className="min-h-40 max-w-5xl">
      {isError ? (
        <Callout
          tone={data === undefined ? 'danger' : 'caution'}
          title={data === undefined ? 'The owner is not known' : `Not renewed: as of ${momentOf(dataUpdatedAt)}`}
          className="mb-4"
        >
          <p className="text-dense">
            <VisibleText text={faultOf(error).detail} limit={600} />
            {faultOf(error).requestId === null ? null : <span className="text-muted"> Request {faultOf(error).requestId}</span>}
          </p>
          <Button size="compact" onClick={() => void refetch()}>
            Ask again
          </Button>
        </Callout>
      ) : null}
      {data !== undefined ? <ResolvedPath ownership={data} /> : isPending ? <Skeleton className="h-40" /> : null}
      <p role="status" className="sr-only">
        {data === undefined ? null : data.owners.length === 0 ? 'No owner' : `Owned by ${data.domains.join(', ')}`}
      </p>
    </div>
  )
}
