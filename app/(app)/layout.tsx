import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { whoIsLooking } from '#app/who-is-looking.ts'
import { Freshness } from '#components/shell/freshness.tsx'
import { InboxLink } from '#components/shell/inbox-link.tsx'
import { RepositoryContext } from '#components/shell/repository-context.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { SignInLink } from '#components/shell/sign-in-link.tsx'
import { UserMenu } from '#components/shell/user-menu.tsx'
import { preferenceOf, RAIL, THEME } from '#lib/client/preference.ts'
import { isUnavailable } from '#lib/model/unavailable.ts'
import { countWaiting } from '#lib/usecases/read-inbox.ts'
import { historyNotice } from './history-notice.tsx'
import { knownRepositories } from './known-repositories.ts'
import { load } from './load.ts'

/** Who is looking, what waits for them, and how to sign in or out; nothing while that cannot be known. */
async function userMenu(): Promise<ReactNode> {
  try {
    const { person } = await whoIsLooking()
    if (person === null) return <SignInLink />
    const waiting = await load(async () => ({ count: await countWaiting({ repository: null, person }) }))
    return (
      <>
        <InboxLink waiting={waiting.state === 'loaded' ? waiting.value.count : null} />
        <UserMenu person={person} />
      </>
    )
  } catch (error) {
    if (isUnavailable(error)) return null
    throw error
  }
}

/** The shell around every page. It stands even when the database does not answer. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const chosen = await cookies()
  // Reached before anything is drawn, so that whoever may not read is sent on by the answer itself.
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
      freshness={<Freshness now={Date.now()} />}
      user={await userMenu()}
      notice={await historyNotice()}
    >
      {children}
    </Shell>
  )
}
