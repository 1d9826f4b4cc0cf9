import { z } from 'zod'
import { planSummary, storedPlan } from '../schemas/gate-plan.ts'
import { pageOf } from '../schemas/record-answers.ts'
import { type PlanBody, planBody } from '../schemas/request-bodies.ts'
import { declare, MEBIBYTE, NO_REPOSITORY } from './declare.ts'
import { type NoQuery, noQuery, type OfRepository, ofRepository, type PageQuery, pageQuery } from './queries.ts'

/** Which gates a change must pass. */
export const PLAN_ENDPOINTS = {
  makePlan: declare<PlanBody, OfRepository>({
    method: 'POST',
    path: '/api/v1/plans',
    access: 'read',
    summary: 'The gates a change must pass, each with the reason; the plan is kept',
    query: ofRepository,
    body: { schema: planBody, limit: 4 * MEBIBYTE },
    answers: {
      200: { description: 'The request was a retry', schema: storedPlan.extend({ replayed: z.literal(true) }) },
      201: { description: 'The plan', schema: storedPlan },
    },
    problems: [...NO_REPOSITORY, 'invalid-diff', 'profile-unknown', 'idempotency-conflict'],
  }),
  listPlans: declare<undefined, PageQuery>({
    method: 'GET',
    path: '/api/v1/plans',
    access: 'read',
    summary: 'The stored plans, newest first',
    query: pageQuery,
    body: null,
    answers: {
      200: {
        description: 'One page',
        schema: pageOf(planSummary, 'PlanPage'),
      },
    },
    problems: NO_REPOSITORY,
  }),
  readPlan: declare<undefined, NoQuery>({
    method: 'GET',
    path: '/api/v1/plans/{id}',
    access: 'read',
    summary: 'A stored plan, byte for byte as it was answered',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'The plan', schema: storedPlan } },
    problems: ['plan-unknown'],
  }),
} as const
