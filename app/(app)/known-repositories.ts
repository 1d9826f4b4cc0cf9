import { cache } from 'react'
import { listRepositories } from '#lib/usecases/list-repositories.ts'
import { load } from './load.ts'

/** The repositories there are, asked once a request. */
export const knownRepositories = cache(() => load(listRepositories))
