import { z } from 'zod'
import { declare } from './declare.ts'

const SIGN_IN_PAGE = 'or to the sign-in page with the fault'
const returnQuery = z.strictObject({ returnTo: z.string().max(2000).optional() })
/** Providers add what they like; everything goes to the library that judges it. */
const callbackQuery = z.record(z.string().max(100), z.string().max(8192))

/** Signing in at a provider. For browsers: each answer leads to another page. */
export const SIGN_IN_PROVIDER_ENDPOINTS = {
  beginAtProvider: declare<undefined, z.infer<typeof returnQuery>>({
    method: 'GET',
    path: '/sign-in/oidc',
    access: 'public',
    summary: 'Go to the sign-in provider',
    query: returnQuery,
    body: null,
    answers: { 303: { description: `To the provider, ${SIGN_IN_PAGE}`, schema: null } },
    problems: [],
  }),
  finishAtProvider: declare<undefined, z.infer<typeof callbackQuery>>({
    method: 'GET',
    path: '/sign-in/oidc/callback',
    access: 'public',
    summary: 'Come back from the sign-in provider',
    query: callbackQuery,
    body: null,
    answers: { 303: { description: `To where the person came from, ${SIGN_IN_PAGE}`, schema: null } },
    problems: ['database-unavailable', 'server-busy'],
  }),
} as const
