import type { z } from 'zod'
import { searchAnswer } from '../schemas/search-answer.ts'
import { boundedText } from '../schemas/text.ts'
import { declare, NO_REPOSITORY } from './declare.ts'
import { ofRepository } from './queries.ts'

const searchQuery = ofRepository.extend({ q: boundedText(200).describe('words of an id, title or owner, or the beginning of a commit') })

/** Finding by name. */
export const SEARCH_ENDPOINTS = {
  search: declare<undefined, z.infer<typeof searchQuery>>({
    method: 'GET',
    path: '/api/v1/search',
    access: 'read',
    summary: 'Domains, gates and candidates by name, a few of each',
    query: searchQuery,
    body: null,
    answers: { 200: { description: 'What was found', schema: searchAnswer } },
    problems: NO_REPOSITORY,
  }),
} as const
