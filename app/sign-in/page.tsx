import type { Metadata } from 'next'
import { connection } from 'next/server'
import { whoIsLooking } from '#app/who-is-looking.ts'
import { SignInPage } from '#components/people/sign-in-page.tsx'
import { Mark } from '#components/shell/mark.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { safeReturnTo } from '#lib/http/return-to.ts'
import { DEMO_ACCOUNTS } from '#lib/model/demo-accounts.ts'
import { isUnavailable } from '#lib/model/unavailable.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { signInFault } from '#lib/wording/sign-in-fault.ts'

export const metadata: Metadata = { title: 'Sign in' }

/** Where people sign in. It shows nothing of any repository, so that it is for everybody. */
export default async function SignIn({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  await connection()
  const asked = await searchParams
  return (
    <main id="main" className="mx-auto w-full max-w-md px-4 py-10">
      <PageLink href="/" className="mb-8 flex items-center gap-2.5 font-semibold text-body text-text no-underline">
        <Mark className="size-6 shrink-0" />
        Lanekeeper
      </PageLink>
      <SignInPage
        fault={signInFault(textOf(asked, 'fault') ?? null, Number(textOf(asked, 'wait')))}
        returnTo={safeReturnTo(textOf(asked, 'returnTo'))}
        demoAccounts={currentSettings().demo ? DEMO_ACCOUNTS : []}
        signedInAs={await nameOfWhoIsLooking()}
      />
    </main>
  )
}

/** The page stands even when the database does not answer: whoever signs in then is told. */
async function nameOfWhoIsLooking(): Promise<string | null> {
  try {
    return (await whoIsLooking()).person?.name ?? null
  } catch (error) {
    if (isUnavailable(error)) return null
    throw error
  }
}
