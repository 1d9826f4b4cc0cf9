import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Freshness } from '#components/shell/freshness.tsx'
import { RepositoryContext } from '#components/shell/repository-context.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { preferenceOf, RAIL, THEME } from '#lib/client/preference.ts'
import { knownRepositories } from './known-repositories.ts'

/** The shell around every page. It stands even when the database does not answer. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const chosen = await cookies()
  const known = await knownRepositories()
  return (
    <Shell
      repository={
        known.state === 'loaded' ? (
          <RepositoryContext repositories={known.value} />
        ) : (
          <span className="text-body text-muted">Repository not known</span>
        )
      }
      theme={preferenceOf(THEME, chosen.get(THEME.cookie)?.value)}
      rail={preferenceOf(RAIL, chosen.get(RAIL.cookie)?.value)}
      // Where pages may not read, they may not listen either.
      freshness={known.state === 'closed' ? null : <Freshness now={Date.now()} />}
    >
      {children}
    </Shell>
  )
}
