import type { APIRequestContext } from '@playwright/test'
import { DOMAIN_TABS, domainHref, OWNERSHIP_TABS, ownershipHref } from '#lib/wording/href.ts'
import { failingEvidence, NEWEST, RELEASED } from './evidence.ts'
import { BILLING_CHANGE, storePlan } from './plans.ts'

/** A plan that names the newest candidate, so that results stand beside it. */
async function storeAtNewest(request: APIRequestContext): Promise<string> {
  return (await storePlan(request, BILLING_CHANGE, 'platform-control', NEWEST)).id
}

/** Every page there is, with something to show, and one that there is not. */
export async function everyRoute(request: APIRequestContext): Promise<readonly string[]> {
  const { id } = await storePlan(request, BILLING_CHANGE, 'platform-control')
  return [
    '/board',
    '/board?tab=layers&sort=name',
    '/board?cell=platform-billing.6',
    `/board?commit=${RELEASED}&status=missing`,
    '/board?sort=score&cell=nobody.9',
    `/compare/${RELEASED}...${NEWEST}`,
    '/compare/nothing...nobody',
    '/domains',
    '/domains/platform-policy',
    '/domains/platform-billing?tab=eligibility',
    ...DOMAIN_TABS.filter((tab) => tab !== 'lane' && tab !== 'eligibility').map((tab) => domainHref('platform-policy', tab)),
    '/domains/platform-billing?tab=timeline&kind=promotion',
    '/domains/platform-billing/eligibility/6',
    '/domains/platform-billing/eligibility/9',
    '/domains/no-such-domain',
    '/skips',
    '/skips?view=declared',
    '/skips?view=repaid&kind=partial&domain=nobody&line=x',
    '/guards',
    '/insights',
    '/insights?weeks=5',
    '/releases',
    `/releases/${NEWEST}?profile=hotfix-fast`,
    `/releases/${NEWEST}/record?profile=hotfix-fast`,
    '/releases/no-such-name',
    '/changes',
    '/changes/new',
    '/changes/new?input=files',
    `/changes/${id}`,
    `/changes/${await storeAtNewest(request)}`,
    '/evidence',
    '/evidence?result=failed&domain=platform-billing',
    '/evidence?gate=x&domain=nobody&result=green&commit=7f3c9e1&cursor=0',
    `/evidence/${await failingEvidence(request)}`,
    '/evidence/00000000-0000-4000-8000-000000000000',
    '/audit',
    '/audit?action=run.closed',
    '/audit?entry=3#3',
    '/changes/00000000-0000-4000-8000-000000000000',
    ...OWNERSHIP_TABS.map((tab) => ownershipHref(tab, tab === 'resolve' ? { path: 'packages/platform/billing/ledger.go' } : {})),
    '/ownership?tab=scores',
    '/inbox',
    '/exceptions',
    '/exceptions?tab=active',
    '/exceptions/new',
    '/exceptions/new?domain=platform-billing&layer=consumer-smoke',
    '/exceptions/00000000-0000-4000-8000-000000000000',
    '/promotions',
    '/promotions/00000000-0000-4000-8000-000000000000',
    '/sign-in',
    '/sign-in?returnTo=%2Fboard&fault=too-many-attempts&wait=60',
    '/settings/people',
    '/no-such-page',
  ]
}
