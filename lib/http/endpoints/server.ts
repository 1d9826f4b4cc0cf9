import { z } from 'zod'
import { declare } from './declare.ts'
import { type NoQuery, noQuery } from './queries.ts'

const readiness = z
  .strictObject({
    status: z.literal('ready'),
    warning: z.string().optional().describe('why nothing can be recorded, though everything can be read'),
  })
  .meta({ id: 'Readiness' })

/** The server itself. */
export const SERVER_ENDPOINTS = {
  openapi: declare<undefined, NoQuery>({
    method: 'GET',
    path: '/api/v1/openapi.json',
    access: 'public',
    summary: 'This document',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
    problems: [],
  }),
  healthz: declare<undefined, NoQuery>({
    method: 'GET',
    path: '/healthz',
    access: 'public',
    summary: 'The process runs',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'It does', schema: z.strictObject({ status: z.literal('ok') }) } },
    problems: [],
  }),
  readyz: declare<undefined, NoQuery>({
    method: 'GET',
    path: '/readyz',
    access: 'public',
    summary: 'The database answers and has every migration',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'Ready for requests', schema: readiness } },
    problems: ['database-unavailable'],
  }),
  metrics: declare<undefined, NoQuery>({
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
