import { z } from 'zod'
import { contentIdInPath } from '../schemas/content.ts'
import { board, boardOfDomain, domainEligibility, domainLane, guards } from '../schemas/domain-answers.ts'
import { candidateVerdict, judgedCandidate } from '../schemas/judgement.ts'
import { candidateSummary, pageOf } from '../schemas/record-answers.ts'
import { identifier } from '../schemas/text.ts'
import { declare, NO_REPOSITORY } from './declare.ts'
import { type OfCandidate, type OfRepository, ofCandidate, ofRepository, type PageQuery, pageQuery } from './queries.ts'

const verdictQuery = ofRepository.extend({ profile: identifier })
const boardQuery = ofCandidate.extend({ tab: z.enum(['items', 'layers'], 'must be items or layers').default('items') })

/** What was recorded, judged at the moment of asking. */
export const JUDGEMENT_ENDPOINTS = {
  listCandidates: declare<undefined, PageQuery>({
    method: 'GET',
    path: '/api/v1/candidates',
    access: 'read',
    summary: 'What evidence, runs and skips were recorded for, newest first',
    query: pageQuery,
    body: null,
    answers: { 200: { description: 'One page', schema: pageOf(candidateSummary, 'CandidatePage') } },
    problems: NO_REPOSITORY,
  }),
  readCandidate: declare<undefined, OfRepository>({
    method: 'GET',
    path: '/api/v1/candidates/{contentId}',
    access: 'read',
    summary: 'What is known of a commit, tree or digest: every gate it needs, judged',
    query: ofRepository,
    params: { contentId: contentIdInPath },
    body: null,
    answers: { 200: { description: 'The candidate; one that was never seen lacks everything', schema: judgedCandidate } },
    problems: NO_REPOSITORY,
  }),
  candidateVerdict: declare<undefined, z.infer<typeof verdictQuery>>({
    method: 'GET',
    path: '/api/v1/candidates/{contentId}/verdict',
    access: 'read',
    summary: 'Whether a candidate may be released under a profile',
    query: verdictQuery,
    params: { contentId: contentIdInPath },
    body: null,
    answers: { 200: { description: 'The verdict and what stands in its way', schema: candidateVerdict } },
    problems: [...NO_REPOSITORY, 'profile-unknown'],
  }),
  board: declare<undefined, z.infer<typeof boardQuery>>({
    method: 'GET',
    path: '/api/v1/board',
    access: 'read',
    summary: 'Every domain by the eight points of independent promotion, or by the four gate layers',
    query: boardQuery,
    body: null,
    answers: { 200: { description: 'One row a domain', schema: board } },
    problems: NO_REPOSITORY,
  }),
  boardOfDomain: declare<undefined, z.infer<typeof boardQuery>>({
    method: 'GET',
    path: '/api/v1/board/{id}',
    access: 'read',
    summary: 'What the board says of one domain',
    query: boardQuery,
    body: null,
    answers: { 200: { description: 'Its row, with the reasons', schema: boardOfDomain } },
    problems: [...NO_REPOSITORY, 'domain-unknown'],
  }),
  domainEligibility: declare<undefined, OfCandidate>({
    method: 'GET',
    path: '/api/v1/domains/{id}/eligibility',
    access: 'read',
    summary: 'Whether a domain may be promoted independently: the eight items',
    query: ofCandidate,
    body: null,
    answers: { 200: { description: 'The eight items and the verdict', schema: domainEligibility } },
    problems: [...NO_REPOSITORY, 'domain-unknown'],
  }),
  domainLane: declare<undefined, OfCandidate>({
    method: 'GET',
    path: '/api/v1/domains/{id}/lane',
    access: 'read',
    summary: "A domain's gates by layer, each with its status and the reason it is there",
    query: ofCandidate,
    body: null,
    answers: { 200: { description: 'The four layers', schema: domainLane } },
    problems: [...NO_REPOSITORY, 'domain-unknown'],
  }),
  guards: declare<undefined, OfCandidate>({
    method: 'GET',
    path: '/api/v1/guards',
    access: 'read',
    summary: 'What the boundary guards found, held against the baseline and the allowed debt',
    query: ofCandidate,
    body: null,
    answers: { 200: { description: 'Every guard', schema: guards } },
    problems: NO_REPOSITORY,
  }),
} as const
