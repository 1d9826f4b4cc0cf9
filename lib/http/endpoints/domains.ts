import { domainDetail, domainSummary } from '../schemas/domain-answers.ts'
import { wholeList } from '../schemas/record-answers.ts'
import { declare, NO_REPOSITORY } from './declare.ts'
import { type OfRepository, ofRepository } from './queries.ts'

/** The domains a repository's lanes declare. */
export const DOMAIN_ENDPOINTS = {
  listDomains: declare<undefined, OfRepository>({
    method: 'GET',
    path: '/api/v1/domains',
    access: 'read',
    summary: 'Every domain with a lane, in the order of the board',
    query: ofRepository,
    body: null,
    answers: { 200: { description: 'All of them', schema: wholeList(domainSummary, 'DomainList') } },
    problems: NO_REPOSITORY,
  }),
  readDomain: declare<undefined, OfRepository>({
    method: 'GET',
    path: '/api/v1/domains/{id}',
    access: 'read',
    summary: 'A domain: its lane, its paths and its extraction packet',
    query: ofRepository,
    body: null,
    answers: { 200: { description: 'The domain', schema: domainDetail } },
    problems: [...NO_REPOSITORY, 'domain-unknown'],
  }),
} as const
