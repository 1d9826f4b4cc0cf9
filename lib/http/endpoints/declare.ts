import type { Endpoint } from '../endpoint.ts'

export const MEBIBYTE = 1024 * 1024

/** The problems of every endpoint that answers for one repository. */
export const NO_REPOSITORY = ['no-model', 'repository-required', 'repository-unknown'] as const

/** Keeps the types of the schemas. */
export function declare<Body, Query>(endpoint: Endpoint<Body, Query>): Endpoint<Body, Query> {
  return endpoint
}
