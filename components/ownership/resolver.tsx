'use client'

import { useDeferredValue } from 'react'
import { lazily } from '#components/ui/lazily.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { useAddress } from '#components/ui/use-address.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'

const loadAnswer = () => import('./path-answer.tsx').then((file) => file.PathAnswer)
const PathAnswer = lazily(loadAnswer, NotYetAnswered)

/** Answers who owns a path while it is being typed; the path is kept in the URL. */
export function Resolver({ repository, examples }: { repository: string | null; examples: readonly string[] }) {
  const { values, set } = useAddress(['path'], { history: 'replace', everyMs: 200 })
  const path = values.path ?? ''
  const asked = useDeferredValue(path.trim())

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; what the answer will need is fetched before it
    <div onPointerEnter={loadAnswer} onFocus={loadAnswer} className="space-y-4">
      <div className="max-w-3xl space-y-1.5">
        <label htmlFor="path" className="block font-medium text-dense">
          Path in the repository
        </label>
        <input
          id="path"
          type="search"
          data-search-field=""
          value={path}
          onChange={(event) => set({ path: event.target.value || null })}
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
        <Examples paths={examples} onChoose={(each) => set({ path: each })} />
      ) : (
        <PathAnswer repository={repository} asked={asked} />
      )}
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

function NotYetAnswered() {
  return (
    <div aria-busy="true" className="min-h-40 max-w-5xl">
      <Skeleton className="h-40" />
    </div>
  )
}
