'use client'

import { useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryState } from 'nuqs'
import { useDeferredValue } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { resolveQuery } from '#lib/client/ownership.ts'
import { Queries } from '#lib/client/queries.tsx'
import { faultOf } from '#lib/client/request.ts'
import { momentOf } from '#lib/wording/age.ts'
import { ResolvedPath } from './resolved-path.tsx'

/** Answers who owns a path while it is being typed; the path is kept in the URL. */
export function Resolver({ repository, examples }: { repository: string | null; examples: readonly string[] }) {
  const [path, setPath] = useQueryState('path', parseAsString.withDefault('').withOptions({ history: 'replace', throttleMs: 200 }))
  const asked = useDeferredValue(path.trim())

  return (
    <div className="space-y-4">
      <div className="max-w-3xl space-y-1.5">
        <label htmlFor="path" className="block font-medium text-dense">
          Path in the repository
        </label>
        <input
          id="path"
          type="search"
          data-search-field=""
          value={path}
          onChange={(event) => void setPath(event.target.value || null)}
          placeholder="packages/platform/billing/ledger.go"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-describedby="path-hint"
          className="control h-10 w-full px-3 font-mono text-body"
        />
        <p id="path-hint" className="text-meta text-muted">
          From the repository’s root, without a leading slash; the file need not exist yet.
        </p>
      </div>
      {asked === '' ? (
        <Examples paths={examples} onChoose={(each) => void setPath(each)} />
      ) : (
        <Queries>
          <Answer repository={repository} asked={asked} />
        </Queries>
      )}
    </div>
  )
}

/** The answer as it is now. One that could not be renewed says how old it is, and one for another path is not shown. */
function Answer({ repository, asked }: { repository: string | null; asked: string }) {
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

function Examples({ paths, onChoose }: { paths: readonly string[]; onChoose: (path: string) => void }) {
  if (paths.length === 0) return null
  return (
    <div className="space-y-1.5">
      <h2 className="text-dense text-muted">Try one of this repository</h2>
      <ul className="space-y-1">
        {paths.map((path) => (
          <li key={path}>
            <button
              type="button"
              onClick={() => onChoose(path)}
              className="min-h-6 break-all text-left font-mono text-dense text-link hover:underline"
            >
              <VisibleText text={path} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
