import type { APIRequestContext } from '@playwright/test'
import { OWNERSHIP_TABS, ownershipHref } from '#lib/wording/href.ts'
import { RELEASED } from './evidence.ts'
import { BILLING_CHANGE, storePlan } from './plans.ts'

/** Every page there is, with something to show, and one that there is not. */
export async function everyRoute(request: APIRequestContext): Promise<readonly string[]> {
  const { id } = await storePlan(request, BILLING_CHANGE, 'platform-control')
  return [
    '/board',
    '/board?tab=layers&sort=name',
    '/board?cell=platform-billing.6',
    `/board?commit=${RELEASED}&status=missing`,
    '/board?sort=score&cell=nobody.9',
    '/domains',
    '/domains/platform-policy',
    '/domains/platform-billing?tab=eligibility',
    '/domains/no-such-domain',
    '/skips',
    '/skips?view=declared',
    '/skips?view=repaid&kind=partial&domain=nobody&line=x',
    '/guards',
    '/insights',
    '/insights?weeks=5',
    '/changes',
    '/changes/new',
    '/changes/new?input=files',
    `/changes/${id}`,
    '/changes/00000000-0000-4000-8000-000000000000',
    ...OWNERSHIP_TABS.map((tab) => ownershipHref(tab, tab === 'resolve' ? { path: 'packages/platform/billing/ledger.go' } : {})),
    '/ownership?tab=scores',
    '/no-such-page',
  ]
}
