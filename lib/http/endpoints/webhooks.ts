import { webhookList } from '#lib/http/schemas/webhook-answers.ts'
import { declare } from './declare.ts'
import { type NoQuery, noQuery } from './queries.ts'

/** Who is told of what is recorded. */
export const WEBHOOK_ENDPOINTS = {
  listWebhooks: declare<undefined, NoQuery>({
    method: 'GET',
    path: '/api/v1/webhooks',
    access: 'read',
    summary: 'Who is told of what is recorded, how far each has got and what it did not take',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'The targets that the settings name', schema: webhookList } },
    problems: [],
  }),
} as const
