import { CONTENDERS, FLOOR } from '../peers/contenders.ts'
import { meansPath } from '../semantics/by-definition.ts'

/** One pattern and path, and which sides match when the pattern is given to each of them as it stands. */
export interface Difference {
  readonly about: string
  readonly pattern: string
  readonly path: string
  readonly contract: boolean
  readonly sides: Readonly<Record<string, boolean>>
}

const CASES: readonly (readonly [about: string, pattern: string, path: string])[] = [
  ['`**` inside a name', 'doc/api/**billing**', 'doc/api/v1/billing.yaml'],
  ['`**` inside a name', 'doc/architecture/**Billing**', 'doc/architecture/foundation/Platform_Billing_v1.md'],
  ['`**` inside a name', 'doc/api/**billing**', 'doc/api/billing/paths/invoice.yaml'],
  ['case', 'doc/architecture/**Billing**', 'doc/architecture/platform_billing_v1.md'],
  ['case', 'Docs', 'docs/readme.md'],
  ['dot file', 'packages/billing/**', 'packages/billing/.env'],
  ['dot file', 'packages/*/go.mod', 'packages/.cache/go.mod'],
  ['the folder itself', 'packages/billing/**', 'packages/billing'],
  ['beneath a folder', 'packages/billing', 'packages/billing/ledger/x.go'],
  ['beneath a match', 'packages/*', 'packages/billing/x.go'],
  ['`*.ext` below the root', '*.tsx', 'web/app/page.tsx'],
  ['`**/` without a folder', '**/go.mod', 'go.mod'],
  ['brackets and parentheses', 'web/app/(auth)/[id]/page.tsx', 'web/app/(auth)/[id]/page.tsx'],
]

/** What each side makes of the same texts; the reason why routing needs semantics of its own, written down and tested. */
export async function tellDifferences(): Promise<readonly Difference[]> {
  const sides = CONTENDERS.filter(({ name }) => name !== FLOOR)
  const readers = await Promise.all(sides.map(async ({ name, load }) => ({ name, readRules: await load() })))
  return CASES.map(([about, pattern, path]) => {
    const rule = { contract: pattern, gitignore: pattern, glob: pattern }
    const matches = readers.map(({ name, readRules }) => [name, readRules([rule])().owners(path).length > 0] as const)
    return { about, pattern, path, contract: meansPath(pattern, path), sides: Object.fromEntries(matches) }
  })
}
