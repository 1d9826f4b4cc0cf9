import { cache } from 'react'
import { readEvidenceRecord } from '#lib/usecases/evidence-record.ts'
import { load } from '../../load.ts'

/** A piece of evidence with all that belongs to it, read once a request, for its title and for the page. */
export const evidenceRecord = cache((id: string) => load(() => readEvidenceRecord(id)))
