import { z } from 'zod'
import { EXCEPTION_STATES } from '#lib/model/exception.ts'
import { contentId } from '../schemas/content.ts'
import {
  type DecisionBody,
  decisionBody,
  type EndingBody,
  type ExceptionBody,
  type ExceptionChangeBody,
  endingBody,
  exception,
  exceptionBody,
  exceptionChangeBody,
  exceptionDetail,
} from '../schemas/exceptions.ts'
import { pageOf } from '../schemas/record-answers.ts'
import { gateId, identifier } from '../schemas/text.ts'
import { declare, NO_REPOSITORY } from './declare.ts'
import { type OfRepository, ofRepository, pageQuery } from './queries.ts'

const SMALL = 64 * 1024

/** By which people ask for an exception; for which domains is decided where the domain is known. */
const ASKING = ['domain-owner', 'release-manager', 'architect'] as const

const exceptionsQuery = pageQuery.extend({
  state: z.enum(EXCEPTION_STATES).optional().describe('what they are at this moment'),
  domain: identifier.optional(),
  gate: gateId.optional(),
  commit: contentId.optional().describe('a full commit, a tree or `sha256:…` that they are for'),
  needsMe: z.enum(['true', 'false'], 'must be true or false').optional().describe('true: only what whoever asks may approve now'),
})

const REFUSED = [...NO_REPOSITORY, 'exception-forbidden', 'exception-conflict', 'idempotency-conflict'] as const
const CHANGED = {
  200: { description: 'The request was a retry', schema: exception },
  201: { description: 'The exception as it is now', schema: exception },
}

/** What may stay unsatisfied for a while, and who decides that. */
export const EXCEPTION_ENDPOINTS = {
  requestException: declare<ExceptionBody, OfRepository>({
    method: 'POST',
    path: '/api/v1/exceptions',
    access: 'person',
    roles: ASKING,
    summary: 'Ask that gates may stay unsatisfied on some content, until a moment',
    query: ofRepository,
    body: { schema: exceptionBody, limit: SMALL },
    answers: { ...CHANGED, 201: { description: 'The exception, asked for', schema: exception } },
    problems: [...REFUSED, 'exception-invalid', 'domain-unknown', 'gate-unknown'],
  }),
  listExceptions: declare<undefined, z.infer<typeof exceptionsQuery>>({
    method: 'GET',
    path: '/api/v1/exceptions',
    access: 'read',
    summary: 'Exceptions, newest first, each as it is at this moment and with what whoever asks may do about it',
    query: exceptionsQuery,
    body: null,
    answers: { 200: { description: 'One page', schema: pageOf(exception, 'ExceptionPage') } },
    problems: NO_REPOSITORY,
  }),
  readException: declare<undefined, OfRepository>({
    method: 'GET',
    path: '/api/v1/exceptions/{id}',
    access: 'read',
    summary: 'An exception with all that it is decided by: its words, its evidence, what came since, who may decide',
    query: ofRepository,
    body: null,
    answers: { 200: { description: 'The exception', schema: exceptionDetail } },
    problems: [...NO_REPOSITORY, 'exception-unknown'],
  }),
  editException: declare<ExceptionChangeBody, OfRepository>({
    method: 'PATCH',
    path: '/api/v1/exceptions/{id}',
    access: 'person',
    roles: ASKING,
    summary: 'Word a request anew; every approval so far counts no more, and whoever edits does not approve',
    query: ofRepository,
    body: { schema: exceptionChangeBody, limit: SMALL },
    answers: { 200: { description: 'The exception as it is now', schema: exception } },
    problems: [...REFUSED, 'exception-unknown', 'exception-invalid', 'gate-unknown'],
  }),
  decideException: declare<DecisionBody, OfRepository>({
    method: 'POST',
    path: '/api/v1/exceptions/{id}/decisions',
    access: 'person',
    summary: 'Approve or reject an exception',
    query: ofRepository,
    body: { schema: decisionBody, limit: SMALL },
    answers: CHANGED,
    problems: [...REFUSED, 'exception-unknown'],
  }),
  withdrawException: declare<EndingBody, OfRepository>({
    method: 'POST',
    path: '/api/v1/exceptions/{id}/withdrawal',
    access: 'person',
    summary: 'Take back what one has asked for',
    query: ofRepository,
    body: { schema: endingBody, limit: SMALL, optional: true },
    answers: CHANGED,
    problems: [...REFUSED, 'exception-unknown'],
  }),
  revokeException: declare<EndingBody, OfRepository>({
    method: 'POST',
    path: '/api/v1/exceptions/{id}/revocation',
    access: 'person',
    summary: 'End an approved exception before its time',
    query: ofRepository,
    body: { schema: endingBody, limit: SMALL, optional: true },
    answers: CHANGED,
    problems: [...REFUSED, 'exception-unknown'],
  }),
} as const
