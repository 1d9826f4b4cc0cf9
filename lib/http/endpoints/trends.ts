import { z } from 'zod'
import { DEBT_KINDS } from '#lib/model/debt.ts'
import { REGISTER_VIEWS } from '#lib/model/register-line.ts'
import { TREND_RANGES } from '#lib/model/trends.ts'
import { identifier } from '../schemas/text.ts'
import { insights, registerPage } from '../schemas/trend-answers.ts'
import { declare, NO_REPOSITORY } from './declare.ts'
import { ofRepository, pageQuery } from './queries.ts'

const registerQuery = pageQuery.extend({
  view: z.enum(REGISTER_VIEWS, 'must be owed, declared or repaid').default('owed'),
  kind: z.enum(DEBT_KINDS).optional().describe('of debt; has no effect on declared skips'),
  domain: identifier.optional().describe('`global` for the gates of no domain'),
})

const RANGE_TEXTS = TREND_RANGES.map(String)

const insightsQuery = ofRepository.extend({
  weeks: z
    .enum(RANGE_TEXTS, `must be ${RANGE_TEXTS.join(', ')}`)
    .default('12')
    .transform((text) => TREND_RANGES.find((range) => String(range) === text) ?? 12),
})

/** What was left out, line by line and week by week. */
export const TREND_ENDPOINTS = {
  listRegister: declare<undefined, z.infer<typeof registerQuery>>({
    method: 'GET',
    path: '/api/v1/skips/register',
    access: 'read',
    summary: 'What was left out, hidden first, each line judged again with its five proofs',
    query: registerQuery,
    body: null,
    answers: { 200: { description: 'One page', schema: registerPage } },
    problems: NO_REPOSITORY,
  }),
  insights: declare<undefined, z.infer<typeof insightsQuery>>({
    method: 'GET',
    path: '/api/v1/insights',
    access: 'read',
    summary: 'Skips, debt, lead times, savings and eligibility over time',
    query: insightsQuery,
    body: null,
    answers: { 200: { description: 'The figures of every chart', schema: insights } },
    problems: NO_REPOSITORY,
  }),
} as const
