import { z } from 'zod'
import { AUDIT_ACTIONS } from '#lib/model/audit.ts'
import { DEBT_KINDS, DEBT_STATES } from '#lib/model/debt.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { EVENT_STREAM } from '../event-stream.ts'
import { contentId } from '../schemas/content.ts'
import { type EvidenceBodies, evidenceBodies, type RevocationBody, revocationBody } from '../schemas/evidence-bodies.ts'
import {
  auditPage,
  auditVerification,
  debtLine,
  evidence,
  evidenceBatch,
  listedEvidence,
  pageOf,
  promotion,
  run,
  skip,
  token,
} from '../schemas/record-answers.ts'
import {
  type PromotionBody,
  promotionBody,
  type RunBody,
  type RunChangeBody,
  runBody,
  runChangeBody,
  type SkipBody,
  skipBody,
  type TokenBody,
  tokenBody,
} from '../schemas/release-bodies.ts'
import { gateId, identifier } from '../schemas/text.ts'
import { declare, MEBIBYTE, NO_REPOSITORY } from './declare.ts'
import { type NoQuery, noQuery, type OfRepository, ofRepository, type PageQuery, pageQuery } from './queries.ts'

const SMALL = MEBIBYTE / 4

const ofGate = pageQuery.extend({ gate: gateId.optional() })
const evidenceQuery = ofGate.extend({
  content: contentId.optional(),
  result: z.enum(REPORTED_RESULTS).optional(),
  profile: identifier.optional(),
  domain: identifier.optional().describe('`global` for the gates that belong to no domain'),
})
const auditQuery = pageQuery.extend({ action: z.enum(AUDIT_ACTIONS).optional() })
const exportQuery = z.strictObject({ format: z.enum(['ndjson', 'json'], 'must be ndjson or json').default('ndjson') })
const debtQuery = pageQuery.extend({
  state: z.enum(DEBT_STATES, 'must be open or closed, or left out for every line').optional(),
  kind: z.enum(DEBT_KINDS).optional(),
  domain: identifier.optional().describe('`global` for the gates of no domain'),
})

/** What CI did, declared and was allowed, as it was recorded. */
export const RECORD_ENDPOINTS = {
  announceRun: declare<RunBody, OfRepository>({
    method: 'POST',
    path: '/api/v1/runs',
    access: 'ci',
    summary: 'Say before a run starts which gates it will show; what it does not show is a hidden skip',
    query: ofRepository,
    body: { schema: runBody, limit: MEBIBYTE },
    answers: {
      200: { description: 'The request was a retry', schema: run },
      201: { description: 'The run is open', schema: run },
    },
    problems: [...NO_REPOSITORY, 'gate-unknown', 'profile-unknown', 'not-authorised', 'idempotency-conflict'],
  }),
  closeRun: declare<RunChangeBody, OfRepository>({
    method: 'PATCH',
    path: '/api/v1/runs/{id}',
    access: 'ci',
    summary: 'Close a run; closing a closed one changes nothing',
    query: ofRepository,
    body: { schema: runChangeBody, limit: SMALL },
    answers: { 200: { description: 'The run is closed', schema: run } },
    problems: [...NO_REPOSITORY, 'run-unknown', 'not-authorised', 'idempotency-conflict'],
  }),
  recordEvidence: declare<EvidenceBodies, OfRepository>({
    method: 'POST',
    path: '/api/v1/evidence',
    access: 'ci',
    summary: 'Record what a gate reported, one or a batch of which all are recorded or none',
    query: ofRepository,
    body: { schema: evidenceBodies, limit: 8 * MEBIBYTE },
    answers: {
      200: { description: 'The request was a retry', schema: z.union([evidence, evidenceBatch]) },
      201: {
        description: 'The evidence; a batch answers its items in the order they were sent',
        schema: z.union([evidence, evidenceBatch]),
      },
    },
    problems: [
      ...NO_REPOSITORY,
      'gate-unknown',
      'run-mismatch',
      'supersedes-unknown',
      'invalid-findings',
      'not-authorised',
      'idempotency-conflict',
    ],
  }),
  listEvidence: declare<undefined, z.infer<typeof evidenceQuery>>({
    method: 'GET',
    path: '/api/v1/evidence',
    access: 'read',
    summary: 'Recorded evidence, newest first',
    query: evidenceQuery,
    body: null,
    answers: { 200: { description: 'One page', schema: pageOf(listedEvidence, 'EvidencePage') } },
    problems: [...NO_REPOSITORY, 'domain-unknown'],
  }),
  readEvidence: declare<undefined, OfRepository>({
    method: 'GET',
    path: '/api/v1/evidence/{id}',
    access: 'read',
    summary: 'Evidence as it was recorded, and whether it still stands',
    query: ofRepository,
    body: null,
    answers: { 200: { description: 'The evidence', schema: evidence } },
    problems: [...NO_REPOSITORY, 'evidence-unknown'],
  }),
  revokeEvidence: declare<RevocationBody, OfRepository>({
    method: 'POST',
    path: '/api/v1/evidence/{id}/revocation',
    access: 'ci',
    summary: 'Take a pass back; failing evidence can only be answered by newer evidence',
    query: ofRepository,
    body: { schema: revocationBody, limit: SMALL },
    answers: {
      200: { description: 'The request was a retry, or it was revoked before', schema: evidence },
      201: { description: 'The evidence, revoked', schema: evidence },
    },
    problems: [...NO_REPOSITORY, 'evidence-unknown', 'evidence-failing', 'not-authorised', 'idempotency-conflict'],
  }),
  declareSkip: declare<SkipBody, OfRepository>({
    method: 'POST',
    path: '/api/v1/skips',
    access: 'ci',
    summary: 'Declare that a gate was skipped, with the proof; what is refused is kept and shown as well',
    query: ofRepository,
    body: { schema: skipBody, limit: SMALL },
    answers: {
      200: { description: 'The request was a retry', schema: skip },
      201: { description: 'Kept; `state` says whether it is accepted', schema: skip },
    },
    problems: [...NO_REPOSITORY, 'gate-unknown', 'run-mismatch', 'not-authorised', 'idempotency-conflict'],
  }),
  listSkips: declare<undefined, z.infer<typeof ofGate>>({
    method: 'GET',
    path: '/api/v1/skips',
    access: 'read',
    summary: 'The register of skips, newest first, each judged again',
    query: ofGate,
    body: null,
    answers: { 200: { description: 'One page', schema: pageOf(skip, 'SkipPage') } },
    problems: NO_REPOSITORY,
  }),
  listDebt: declare<undefined, z.infer<typeof debtQuery>>({
    method: 'GET',
    path: '/api/v1/debt',
    access: 'read',
    summary: 'The ledger of release debt, newest first; a line closes only by evidence',
    query: debtQuery,
    body: null,
    answers: { 200: { description: 'One page', schema: pageOf(debtLine, 'DebtPage') } },
    problems: NO_REPOSITORY,
  }),
  recordPromotion: declare<PromotionBody, OfRepository>({
    method: 'POST',
    path: '/api/v1/promotions',
    access: 'ci',
    roles: ['release-manager'],
    summary: 'Record that a domain is promoted independently; refused unless it is eligible at that moment',
    query: ofRepository,
    body: { schema: promotionBody, limit: SMALL },
    answers: {
      200: { description: 'The request was a retry', schema: promotion },
      201: { description: 'The promotion', schema: promotion },
    },
    problems: [...NO_REPOSITORY, 'domain-unknown', 'not-eligible', 'not-authorised', 'idempotency-conflict'],
  }),
  listPromotions: declare<undefined, PageQuery>({
    method: 'GET',
    path: '/api/v1/promotions',
    access: 'read',
    summary: 'The recorded promotions, newest first',
    query: pageQuery,
    body: null,
    answers: { 200: { description: 'One page', schema: pageOf(promotion, 'PromotionPage') } },
    problems: NO_REPOSITORY,
  }),
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
  events: declare<undefined, NoQuery>({
    method: 'GET',
    path: '/api/v1/events',
    access: 'read',
    summary: 'A stream of hints that something was recorded, as server-sent events; `Last-Event-ID` begins where one was left',
    query: noQuery,
    headers: { 'last-event-id': z.string().optional().describe('the sequence that was told last; what was missed comes first') },
    body: null,
    answers: { 200: { description: '`change`, `head` and `reset` events (docs/api.md)', schema: null, type: EVENT_STREAM } },
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
    summary: 'Whether the audit chain is whole, and the first entry that is not',
    query: noQuery,
    body: null,
    answers: { 200: { description: 'The result', schema: auditVerification } },
    problems: [],
  }),
  createToken: declare<TokenBody, NoQuery>({
    method: 'POST',
    path: '/api/v1/tokens',
    access: 'ci',
    roles: ['admin'],
    summary: 'Make a token that may post for fewer gates or domains, and for a while',
    query: noQuery,
    body: { schema: tokenBody, limit: SMALL },
    answers: {
      200: { description: 'The request was a retry', schema: token },
      201: { description: 'The token; its secret is shown this once', schema: token },
    },
    problems: ['not-authorised', 'idempotency-conflict'],
  }),
} as const
