import { currentModel, modelReceipt } from '../schemas/model-answers.ts'
import { ownershipCoverage, pathOwnership } from '../schemas/ownership-report.ts'
import { type ModelBody, modelBody } from '../schemas/request-bodies.ts'
import { declare, MEBIBYTE, NO_REPOSITORY } from './declare.ts'
import { type NoQuery, noQuery, type OfRepository, ofRepository, type PathQuery, pathQuery } from './queries.ts'

/** What a repository declares, and who owns what by it. */
export const MODEL_ENDPOINTS = {
  storeModel: declare<ModelBody, NoQuery>({
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
    problems: NO_REPOSITORY,
  }),
  resolveOwnership: declare<undefined, PathQuery>({
    method: 'GET',
    path: '/api/v1/ownership/resolve',
    access: 'read',
    summary: 'Who owns a path, by which row of which map',
    query: pathQuery,
    body: null,
    answers: { 200: { description: 'Owners, classes and lane claims', schema: pathOwnership } },
    problems: NO_REPOSITORY,
  }),
  ownershipCoverage: declare<undefined, OfRepository>({
    method: 'GET',
    path: '/api/v1/ownership/coverage',
    access: 'read',
    summary: 'How much of the tracked files the maps own, and what they leave out',
    query: ofRepository,
    body: null,
    answers: { 200: { description: 'Coverage of the current model', schema: ownershipCoverage } },
    problems: NO_REPOSITORY,
  }),
} as const
