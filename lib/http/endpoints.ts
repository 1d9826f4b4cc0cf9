import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { planSummary, storedPlan } from './schemas/gate-plan.ts'
import { currentModel, modelReceipt } from './schemas/model-answers.ts'
import { ownershipCoverage, pathOwnership } from './schemas/ownership-report.ts'
import { type ModelBody, modelBody, type PlanBody, planBody } from './schemas/request-bodies.ts'
import { repositoryName, repositoryPath } from './schemas/text.ts'

const MEBIBYTE = 1024 * 1024

const noQuery = z.strictObject({})
/** As people write it: `./a` and `a/` name the same as `a`. */
const queriedPath = repositoryPath.transform((path) => path.replace(/^(?:\.\/)+/, '').replace(/(?<=[^/])\/+$/, ''))
const ofRepository = z.strictObject({ repository: repositoryName.optional().describe('needed when there are several') })
const pathQuery = ofRepository.extend({ path: queriedPath })
const pageQuery = ofRepository.extend({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.number({ error: 'must be a whole number from 1 to 200' }).int().min(1).max(200))
    .default(50),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be the `next` of the page before')
    .optional(),
})

/** Keeps the types of the schemas. */
function declare<Body, Query>(endpoint: Endpoint<Body, Query>): Endpoint<Body, Query> {
  return endpoint
}

type OfRepository = z.infer<typeof ofRepository>

/** Every endpoint there is; a route file without an entry here fails a test. */
export const ENDPOINTS = {
  storeModel: declare<ModelBody, Record<string, never>>({
    method: 'POST',
    path: '/api/v1/models',
    access: 'ci',
    summary: 'Store the operating model of a repository; it becomes the current one',
    query: noQuery,
    body: { schema: modelBody, limit: 16 * MEBIBYTE },
    answers: {
      200: { description: 'The model is current already, or the request was a retry', schema: modelReceipt },
      201: { description: 'The model is stored and current', schema: modelReceipt },
    },
    problems: ['repository-mismatch', 'idempotency-conflict'],
  }),
  currentModel: declare<undefined, OfRepository>({
    method: 'GET',
    path: '/api/v1/models/current',
    access: 'read',
    summary: 'The current operating model of a repository, with everything that is wrong with it',
    query: ofRepository,
    body: null,
    answers: { 200: { description: 'The compiled model', schema: currentModel } },
    problems: ['no-model', 'repository-required', 'repository-unknown'],
  }),
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
    problems: ['no-model', 'repository-required', 'repository-unknown', 'invalid-diff', 'profile-unknown', 'idempotency-conflict'],
  }),
  listPlans: declare<undefined, z.infer<typeof pageQuery>>({
    method: 'GET',
    path: '/api/v1/plans',
    access: 'read',
    summary: 'The stored plans, newest first',
    query: pageQuery,
    body: null,
    answers: {
      200: {
        description: 'One page',
        schema: z.strictObject({ items: z.array(planSummary), next: z.string().nullable() }).meta({ id: 'PlanPage' }),
      },
    },
    problems: ['no-model', 'repository-required', 'repository-unknown'],
  }),
  readPlan: declare<undefined, Record<string, never>>({
    method: 'GET',
    path: '/api/v1/plans/{id}',
    access: 'read',
    summary: 'A stored plan, byte for byte as it was answered',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'The plan', schema: storedPlan } },
    problems: ['plan-unknown'],
  }),
  resolveOwnership: declare<undefined, z.infer<typeof pathQuery>>({
    method: 'GET',
    path: '/api/v1/ownership/resolve',
    access: 'read',
    summary: 'Who owns a path, by which row of which map',
    query: pathQuery,
    body: null,
    answers: { 200: { description: 'Owners, classes and lane claims', schema: pathOwnership } },
    problems: ['no-model', 'repository-required', 'repository-unknown'],
  }),
  ownershipCoverage: declare<undefined, OfRepository>({
    method: 'GET',
    path: '/api/v1/ownership/coverage',
    access: 'read',
    summary: 'How much of the tracked files the maps own, and what they leave out',
    query: ofRepository,
    body: null,
    answers: { 200: { description: 'Coverage of the current model', schema: ownershipCoverage } },
    problems: ['no-model', 'repository-required', 'repository-unknown'],
  }),
  openapi: declare<undefined, Record<string, never>>({
    method: 'GET',
    path: '/api/v1/openapi.json',
    access: 'public',
    summary: 'This document',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
    problems: [],
  }),
  healthz: declare<undefined, Record<string, never>>({
    method: 'GET',
    path: '/healthz',
    access: 'public',
    summary: 'The process runs',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'It does', schema: z.strictObject({ status: z.literal('ok') }) } },
    problems: [],
  }),
  readyz: declare<undefined, Record<string, never>>({
    method: 'GET',
    path: '/readyz',
    access: 'public',
    summary: 'The database answers and has every migration',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'Ready for requests', schema: z.strictObject({ status: z.literal('ready') }) } },
    problems: ['database-unavailable'],
  }),
  metrics: declare<undefined, Record<string, never>>({
    method: 'GET',
    path: '/metrics',
    access: 'public',
    summary: 'Counts and durations, for Prometheus; no names of repositories, domains or people',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'Prometheus text format', schema: null } },
    problems: [],
  }),
} as const
