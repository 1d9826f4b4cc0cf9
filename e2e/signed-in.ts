import type { Page } from '@playwright/test'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/model/demo-accounts.ts'
import { SERVERS } from './servers.ts'
import { expect } from './watched-page.ts'

/** Somebody of the demo: `<who>@example.test`. */
export type Who =
  | 'viewer'
  | 'domain-owner'
  | 'domain-owner-2'
  | 'release-manager'
  | 'architect'
  | 'security-reviewer'
  | 'governance-reviewer'
  | 'admin'

/** Everything passed there as well, and nobody promotes it who was not lured to. */
export const COVETED = 'c3'.repeat(20)

/** What our own pages say of where a request comes from; a connection that the server has closed meanwhile is opened anew. */
const AS_OUR_PAGE = { headers: { origin: SERVERS.decided.url }, maxRetries: 2 }

/** The page is somebody's from here on: whoever was signed in before is so no more. */
export async function becomes(page: Page, who: Who): Promise<string> {
  const email = `${who}@example.test`
  const answer = await page.request.post('/api/v1/session', { ...AS_OUR_PAGE, data: { email, password: DEMO_PASSWORD } })
  expect(answer.status(), await answer.text()).toBe(200)
  return DEMO_ACCOUNTS.find((account) => account.email === email)?.name ?? email
}

/** An exception as the API answers it, as far as these tests look at it. */
export interface AnsweredException {
  readonly id: string
  readonly state: string
  readonly inForce: boolean
  readonly hash: string
  readonly open: readonly { readonly role: string }[]
  readonly decisions: readonly { readonly decision: string; readonly counts: boolean }[]
  readonly mayDecide: { readonly allowed: boolean; readonly why: string | null }
}

/** What the API answers to whoever the page is. */
export interface Answered<Document> {
  readonly status: number
  readonly document: Document
}

/** Asks the API for a change, as whoever the page is. */
export async function send<Document>(page: Page, method: 'POST' | 'PATCH', path: string, data: unknown): Promise<Answered<Document>> {
  const answer = await page.request.fetch(`/api/v1/${path}`, { method, ...AS_OUR_PAGE, data })
  return { status: answer.status(), document: (await answer.json()) as Document }
}

/** Asks for an exception over the API. */
export async function ask(page: Page, request: Readonly<Record<string, unknown>>): Promise<AnsweredException> {
  const { status, document } = await send<AnsweredException>(page, 'POST', 'exceptions', request)
  expect(status, JSON.stringify(document)).toBe(201)
  return document
}

/** Somebody approves over the API. */
export async function approve(page: Page, who: Who, id: string): Promise<AnsweredException> {
  await becomes(page, who)
  const { status, document } = await send<AnsweredException>(page, 'POST', `exceptions/${id}/decisions`, {
    decision: 'approve',
    reason: 'the risk is known',
  })
  expect(status, JSON.stringify(document)).toBe(201)
  return document
}

/** What anybody reads of the API. */
export async function read<Document>(page: Page, path: string): Promise<Document> {
  const answer = await page.request.get(`/api/v1/${path}`, { maxRetries: 2 })
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()) as Document
}
