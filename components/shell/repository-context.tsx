'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { goTo } from '#components/ui/go-to.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'

/** The repository that the page speaks of: the only one there is, or the one that the address names. */
export function RepositoryContext({ repositories }: { repositories: readonly string[] }) {
  const pathname = usePathname()
  const named = useSearchParams().get('repository')
  const [only, ...others] = repositories
  if (only === undefined) return <span className="text-body text-muted">No repository yet</span>
  if (others.length === 0) {
    return (
      <span className="font-medium text-body">
        <VisibleText text={only} limit={80} />
      </span>
    )
  }
  return (
    <select
      aria-label="Repository"
      value={named ?? ''}
      onChange={(event) => goTo(`${pathname}?repository=${encodeURIComponent(event.target.value)}`)}
      className="control h-8 max-w-full px-2 text-body"
    >
      <option value="" disabled>
        choose a repository
      </option>
      {repositories.map((repository) => (
        <option key={repository}>{repository}</option>
      ))}
    </select>
  )
}
