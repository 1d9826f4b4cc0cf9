import type { z } from 'zod'
import { contentIdInPath } from '../schemas/content.ts'
import { domainHistory, releaseList, releaseRecord } from '../schemas/release-answers.ts'
import { identifier } from '../schemas/text.ts'
import { declare, NO_REPOSITORY } from './declare.ts'
import { judgedPageQuery, ofRepository } from './queries.ts'

const recordQuery = ofRepository.extend({
  profile: identifier.optional().describe('without it the first full, enforcing profile'),
})

/** Candidates as releases, and domains over them: each judged at the moment of asking. */
export const RELEASE_ENDPOINTS = {
  listReleases: declare<undefined, z.infer<typeof judgedPageQuery>>({
    method: 'GET',
    path: '/api/v1/releases',
    access: 'read',
    summary: 'Candidates, newest first, each with its verdict under every profile',
    query: judgedPageQuery,
    body: null,
    answers: { 200: { description: 'One page', schema: releaseList } },
    problems: NO_REPOSITORY,
  }),
  releaseRecord: declare<undefined, z.infer<typeof recordQuery>>({
    method: 'GET',
    path: '/api/v1/releases/{contentId}',
    access: 'read',
    summary: 'The record of releasing a candidate by a profile: the verdict, and all it rests on',
    query: recordQuery,
    params: { contentId: contentIdInPath },
    body: null,
    answers: { 200: { description: 'The record; content that was never seen lacks everything', schema: releaseRecord } },
    problems: [...NO_REPOSITORY, 'profile-unknown'],
  }),
  domainHistory: declare<undefined, z.infer<typeof judgedPageQuery>>({
    method: 'GET',
    path: '/api/v1/domains/{id}/history',
    access: 'read',
    summary: 'How a domain stands on the candidates, newest first, by the model of today',
    query: judgedPageQuery,
    body: null,
    answers: { 200: { description: 'One page', schema: domainHistory } },
    problems: [...NO_REPOSITORY, 'domain-unknown'],
  }),
} as const
