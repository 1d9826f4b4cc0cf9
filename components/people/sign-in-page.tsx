import { Button, buttonLook } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { DEMO_PASSWORD, type DemoAccount } from '#lib/model/demo-accounts.ts'
import { ROLE_WORDING } from '#lib/wording/role.ts'
import { SIGN_IN_ACTION, SIGN_OUT_ACTION } from '#lib/wording/sign-in-href.ts'

/** The page on which people sign in. Everything on it works without a script. */
export function SignInPage({
  fault,
  returnTo,
  demoAccounts,
  signedInAs,
}: {
  /** Why nobody was signed in; null when nobody has tried. */
  fault: string | null
  returnTo: string
  /** Empty where there is no demo. */
  demoAccounts: readonly DemoAccount[]
  /** The name of whoever is signed in already; null for nobody. */
  signedInAs: string | null
}) {
  return (
    <div className="space-y-6">
      <div className="space-y-1">
        <h1 className="font-semibold text-title">Sign in</h1>
        <p className="text-muted">Roles decide who may promote, and who may approve what.</p>
      </div>
      {signedInAs === null ? null : <AlreadySignedIn name={signedInAs} returnTo={returnTo} />}
      {fault === null ? null : (
        <div role="alert">
          <Callout tone="danger" title="You are not signed in">
            <p className="text-dense">{fault}</p>
          </Callout>
        </div>
      )}
      <form method="post" action={SIGN_IN_ACTION} className="space-y-4">
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field id="email" label="E-mail address">
          <input id="email" name="email" type="email" autoComplete="username" required maxLength={254} className={CONTROL} />
        </Field>
        <Field id="password" label="Password" hint="Five wrong ones for an address, and it has to wait 15 minutes.">
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            aria-describedby={describedBy('password', { hint: true })}
            className={CONTROL}
          />
        </Field>
        <Button type="submit" look="primary" className="w-full justify-center">
          Sign in
        </Button>
      </form>
      {demoAccounts.length === 0 ? null : <DemoAccounts accounts={demoAccounts} returnTo={returnTo} />}
    </div>
  )
}

const CONTROL = 'control h-9 w-full px-2.5 text-body'

function AlreadySignedIn({ name, returnTo }: { name: string; returnTo: string }) {
  return (
    <Callout
      tone="info"
      title={
        <>
          You are signed in as <VisibleText text={name} limit={120} />
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-3">
        <PageLink href={returnTo} className={buttonLook('secondary', 'compact')}>
          Go on
        </PageLink>
        <form method="post" action={SIGN_OUT_ACTION}>
          <button type="submit" className={buttonLook('secondary', 'compact')}>
            Sign out
          </button>
        </form>
      </div>
    </Callout>
  )
}

/** Known to everybody, so nobody has to type them. */
function DemoAccounts({ accounts, returnTo }: { accounts: readonly DemoAccount[]; returnTo: string }) {
  return (
    <section aria-labelledby="demo" className="space-y-2">
      <h2 id="demo" className="font-semibold text-section">
        Accounts of this demo
      </h2>
      <p className="text-dense text-muted">
        Each has the password <code className="font-mono">{DEMO_PASSWORD}</code>. They work only while the demo is on.
      </p>
      <ul className="divide-y divide-border rounded-card border border-border">
        {accounts.map(({ email, name, role }) => (
          <li key={email} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-3 py-2">
            <span className="min-w-0">
              <span className="block text-dense">
                {name}, {ROLE_WORDING[role].label.toLowerCase()}
              </span>
              <span className="block break-all text-meta text-muted">{email}</span>
            </span>
            <form method="post" action={SIGN_IN_ACTION}>
              <input type="hidden" name="returnTo" value={returnTo} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={DEMO_PASSWORD} />
              <button
                type="submit"
                className={buttonLook('secondary', 'compact')}
                aria-label={`Sign in as ${name}, ${ROLE_WORDING[role].label}`}
              >
                Sign in
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
