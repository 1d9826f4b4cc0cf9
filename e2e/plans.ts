import type { APIRequestContext } from '@playwright/test'
import { expect } from './watched-page.ts'

/** A stored plan as the API answers it, as far as these tests look at it. */
export interface AnsweredPlan {
  readonly id: string
  readonly unmapped: readonly string[]
  readonly gates: readonly { readonly id: string; readonly title: string; readonly layer: string }[]
  readonly notRequired: readonly { readonly id: string }[]
}

/** A change of the example repository: a shared service, a contract, and a file without an owner. */
export const BILLING_CHANGE = ['packages/platform/billing/ledger.go', 'doc/api/platform-billing.openapi.yaml', 'tools/x.sh']

/** Plans a change over the API, as CI does. */
export async function storePlan(
  request: APIRequestContext,
  files: readonly string[],
  profile?: string,
  head?: string,
): Promise<AnsweredPlan> {
  const response = await request.post('/api/v1/plans', { data: { files, profile, head } })
  expect(response.status()).toBe(201)
  return (await response.json()) as AnsweredPlan
}
