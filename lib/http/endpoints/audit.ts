import { z } from 'zod'
import { AUDIT_ACTIONS } from '#lib/model/audit.ts'
import { auditCheckpoint, auditPage, auditVerification } from '../schemas/audit-answers.ts'
import { declare } from './declare.ts'
import { type NoQuery, noQuery, pageQuery } from './queries.ts'

const auditQuery = pageQuery.extend({ action: z.enum(AUDIT_ACTIONS).optional() })
const exportQuery = z.strictObject({ format: z.enum(['ndjson', 'json'], 'must be ndjson or json').default('ndjson') })

/** The audit chain. */
export const AUDIT_ENDPOINTS = {
  listAudit: declare<undefined, z.infer<typeof auditQuery>>({
    method: 'GET',
    path: '/api/v1/audit',
    access: 'read',
    summary: 'The audit chain, newest first',
    query: auditQuery,
    body: null,
    answers: { 200: { description: 'One page', schema: auditPage } },
    problems: [],
  }),
  exportAudit: declare<undefined, z.infer<typeof exportQuery>>({
    method: 'GET',
    path: '/api/v1/audit/export',
    access: 'read',
    summary: 'The whole audit chain, oldest first, to be verified elsewhere: one entry a line, or one JSON array',
    query: exportQuery,
    body: null,
    answers: { 200: { description: 'The chain; as application/json with `format=json`', schema: null, type: 'application/x-ndjson' } },
    problems: [],
  }),
  verifyAudit: declare<undefined, NoQuery>({
    method: 'GET',
    path: '/api/v1/audit/verification',
    access: 'read',
    summary: 'Whether the audit chain is whole and meets every signed checkpoint, and the first entry that does not',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'The result', schema: auditVerification } },
    problems: [],
  }),
  auditCheckpoint: declare<undefined, NoQuery>({
    method: 'GET',
    path: '/api/v1/audit/checkpoint',
    access: 'read',
    summary: 'The newest signed checkpoint of the audit chain and the public key, to be kept elsewhere',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'The checkpoint', schema: auditCheckpoint } },
    problems: ['checkpoint-absent'],
  }),
} as const
